import type { UnitType } from '../common/money/unit-type.js';

/** Units that are words have a plural; the others are symbols. */
const PLURALS: Readonly<Partial<Record<UnitType, string>>> = {
  piece: 'pieces',
  pack: 'packs',
  dozen: 'dozen',
  bunch: 'bunches',
};

/**
 * Formats a quantity with its unit: 1.25 kg, 1 piece, 3 pieces.
 *
 * @param quantity in units
 * @param format formats the number
 */
export function quantityText(quantity: number, unit: UnitType, format: (value: number) => string): string {
  const word = quantity === 1 ? unit : (PLURALS[unit] ?? unit);
  return `${format(quantity)}\u00a0${word}`;
}
