import { linePrice } from '../../rules/pricing/quote.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';
import type { SheetKind } from '../stock-sheet.entity.js';

/** Why a line cannot be booked. */
export const LINE_PROBLEMS = [
  'product-deleted',
  'unit-changed',
  'quantity-missing',
  'below-promised',
  'stock-too-large',
] as const;

export type LineProblem = (typeof LINE_PROBLEMS)[number];

/** A line and the stock of its product now. Quantities in thousandths of the unit. */
export interface LineNow {
  /** Null until it is typed. */
  readonly quantity: number | null;
  /** The unit in which the quantity was typed. */
  readonly unitType: UnitType;
  readonly available: number;
  readonly promised: number;
  /** For a count: what has come in since (positive) or left since (negative). */
  readonly movedSince: number;
  readonly productUnit: UnitType;
  readonly isDeleted: boolean;
  readonly ratePerUnit: number;
  readonly maxStock: number;
}

/** What the booking of a line does. Quantities in thousandths of the unit. */
export interface LineOutcome {
  readonly onHandBefore: number;
  readonly onHandAfter: number;
  /** Change of what is available, for the ledger. */
  readonly delta: number;
  /** For a delivery what comes in; for a count, what was found more (positive) or less (negative) than was expected. */
  readonly difference: number;
  /** The difference at the product's rate, in minor units; null if it is too large to be exact. */
  readonly value: number | null;
  /** True for a difference of a count that is worth a second look. */
  readonly isLarge: boolean;
  /** For a count of less than is promised: what is short. */
  readonly short: number;
  readonly problem: LineProblem | null;
}

/** A difference of more than this share of what was expected is large. */
const LARGE_SHARE = 4;

/** Five hundred values of at most this add up to an exact JSON number. */
const MAX_VALUE = Number.MAX_SAFE_INTEGER / 1000;

/**
 * Returns what booking a line would do now.
 *
 * A count says what was in the store at its moment. What has come in or left since then is added or subtracted, so that sales
 * during the count do no harm. Corrections since then are not: they changed the figure and not the goods. A line without a
 * quantity changes nothing.
 */
export function outcomeOf(kind: SheetKind, line: LineNow): LineOutcome {
  const onHandBefore = line.available + line.promised;
  const target =
    line.quantity === null
      ? onHandBefore
      : kind === 'delivery'
        ? onHandBefore + line.quantity
        : Math.max(0, line.quantity + line.movedSince);
  const short = Math.max(0, line.promised - target);
  const onHandAfter = target + short;
  const difference = target - onHandBefore;
  return {
    ...{ onHandBefore, onHandAfter, difference, short },
    delta: onHandAfter - onHandBefore,
    value: valueOf(line.ratePerUnit, difference),
    isLarge: kind === 'count' && Math.abs(difference) * LARGE_SHARE > onHandBefore,
    problem: problemOf(kind, line, { short, available: onHandAfter - line.promised }),
  };
}

function problemOf(
  kind: SheetKind,
  line: LineNow,
  { short, available }: { readonly short: number; readonly available: number },
): LineProblem | null {
  if (line.quantity === null) return kind === 'delivery' ? 'quantity-missing' : null;
  if (line.isDeleted) return 'product-deleted';
  if (line.unitType !== line.productUnit) return 'unit-changed';
  if (available > line.maxStock) return 'stock-too-large';
  return short > 0 ? 'below-promised' : null;
}

function valueOf(ratePerUnit: number, difference: number): number | null {
  const size = Math.abs(difference);
  if ((ratePerUnit * size) / 1000 > MAX_VALUE) return null;
  const value = linePrice(ratePerUnit, size);
  return difference < 0 ? 0 - value : value;
}
