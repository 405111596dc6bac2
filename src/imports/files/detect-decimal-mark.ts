import type { DecimalMark } from '../../platform/common/money/written-number.js';

/** "2,49", "3,5 kg" and "1.299,00 €". Three digits behind a single comma could also be a group: "1,120". */
const COMMA = /^\D{0,4}\d{1,3}(?:\.\d{3})*,\d{1,2}\D{0,4}$|^\D{0,4}\d+(?:\.\d{3})+,\d+\D{0,4}$/;
/** "2.49" and "₹1,120.00". */
const POINT = /^\D{0,4}\d{1,3}(?:,\d{2,3})*\.\d{1,2}\D{0,4}$|^\D{0,4}\d+(?:,\d{2,3})+\.\d+\D{0,4}$/;

/** "1.299", which is 1299 with a decimal comma. */
const POINT_OR_GROUP = /^\D{0,4}\d{1,3}(?:\.\d{3})+\D{0,4}$/;

/**
 * Detects the decimal mark by the cells that can be read in one way only. The point is the default: a comma that is taken for
 * a point is an error that a person sees, and a point that is taken for a group is a thousandfold rate.
 *
 * @param isCommaUnlikely true if commas separate the cells: a single amount with a comma proves nothing then
 */
export function detectDecimalMark(cells: readonly string[], isCommaUnlikely: boolean): DecimalMark {
  const count = (pattern: RegExp): number => cells.filter((cell) => pattern.test(cell.trim())).length;
  const commas = count(COMMA);
  if (commas <= count(POINT)) return 'point';
  return isCommaUnlikely && (commas === 1 || count(POINT_OR_GROUP) > 0) ? 'point' : 'comma';
}
