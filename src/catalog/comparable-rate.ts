import { raw, sql, type Sql } from '../platform/database/transaction.js';
import type { UnitType } from '../platform/common/money/unit-type.js';

interface Comparable {
  /** Products of one kind can be compared. Kinds sort in this order. */
  readonly kind: number;
  /** Twelfths of the kind's unit, which is the kilogram, the litre or the piece, in one unit of the product. */
  readonly twelfths: number;
  /** True if the contents of a pack can be in this unit. */
  readonly isContent?: true;
}

/**
 * How rates are compared: those of grams by the kilogram, of millilitres by the litre, of dozens by the piece. Packs and bunches
 * whose contents are known are compared as those. The others contain anything, so that they can only be compared with their like.
 */
const COMPARABLE: Readonly<Record<UnitType, Comparable>> = {
  kg: { kind: 0, twelfths: 12 },
  g: { kind: 0, twelfths: 12_000, isContent: true },
  l: { kind: 1, twelfths: 12 },
  ml: { kind: 1, twelfths: 12_000, isContent: true },
  piece: { kind: 2, twelfths: 12, isContent: true },
  dozen: { kind: 2, twelfths: 1 },
  pack: { kind: 3, twelfths: 12 },
  bunch: { kind: 4, twelfths: 12 },
};

/** More twelfths of minor units than a rate of any kind has: a thousandth of a gram at the largest rate. */
const KIND_SIZE = 2_000_000_000_000_000;

/** SQL of the comparable rate of `products p` in twelfths of minor units, to which `base` of its kind is added. */
function comparableRate(base: (kind: number) => string): Sql {
  const cases = Object.entries(COMPARABLE).map(([unit, { kind, twelfths, isContent }]) => {
    const rate =
      isContent === undefined
        ? `p.rate_per_unit * ${twelfths}`
        : `p.rate_per_unit * ${twelfths * 1000} / COALESCE(p.net_content, 1000)`;
    return `WHEN '${unit}' THEN ${base(kind)}${rate}`;
  });
  return raw(`(CASE COALESCE(p.net_unit, p.unit_type) ${cases.join(' ')} END)`);
}

/**
 * SQL to sort `products p` by their comparable rates, one kind after the other. It is the expression of the index `products_rate_idx`.
 */
export const RATE_ORDER: Sql = comparableRate((kind) => `${kind * KIND_SIZE} + `);

const TWELFTHS: Sql = comparableRate(() => '');

/** Returns the condition that `products p` cost at least so much per kilogram, litre, piece, pack or bunch. */
export function costsAtLeast(rate: number): Sql {
  return sql`${TWELFTHS} >= ${rate * 12}`;
}

/** Returns the condition that `products p` cost so much per kilogram, litre, piece, pack or bunch at most. */
export function costsAtMost(rate: number): Sql {
  return sql`${TWELFTHS} <= ${rate * 12}`;
}
