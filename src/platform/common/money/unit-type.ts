/** What a product is sold by. A rate is per one of these; a quantity counts thousandths of one. */
export const UNIT_TYPES = ['kg', 'g', 'l', 'ml', 'piece', 'pack', 'dozen', 'bunch'] as const;

export type UnitType = (typeof UNIT_TYPES)[number];
