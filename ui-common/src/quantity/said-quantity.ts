import type { UnitType } from './quantity.ts';

/** A quantity in thousandths of a unit. */
interface Quantity {
  readonly thousandths: number;
  readonly unit: UnitType;
}

const SMALLER: Readonly<Partial<Record<UnitType, readonly [unit: UnitType, parts: number]>>> = {
  kg: ['g', 1000],
  l: ['ml', 1000],
  dozen: ['piece', 12],
};
const LARGER: Readonly<Partial<Record<UnitType, UnitType>>> = { g: 'kg', ml: 'l' };

/** Returns a quantity in the unit in which people say it. Rates stay in the unit of sale. */
export function saidQuantity(thousandths: number, unit: UnitType): Quantity {
  const [smaller, parts = 1] = SMALLER[unit] ?? [];
  const inParts = thousandths * parts;
  if (smaller !== undefined && thousandths > 0 && thousandths < 1000 && isWhole(inParts, smaller))
    return { thousandths: inParts, unit: smaller };
  const larger = LARGER[unit];
  if (larger !== undefined && thousandths >= 1_000_000 && thousandths % 1000 === 0)
    return { thousandths: thousandths / 1000, unit: larger };
  return { thousandths, unit };
}

/** Pieces are whole; grams and millilitres need not be. */
function isWhole(thousandths: number, unit: UnitType): boolean {
  return unit !== 'piece' || thousandths % 1000 === 0;
}
