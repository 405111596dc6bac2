/** Units that products are sold by. A rate is per unit; a quantity counts thousandths of a unit. */
export const UNIT_TYPES = ['kg', 'g', 'l', 'ml', 'piece', 'pack', 'dozen', 'bunch'] as const;

export type UnitType = (typeof UNIT_TYPES)[number];

const MEASURES: ReadonlySet<UnitType> = new Set<UnitType>(['kg', 'g', 'l', 'ml']);

/** Returns true for what is sold by weight or volume. */
export function isMeasure(unitType: UnitType): boolean {
  return MEASURES.has(unitType);
}
