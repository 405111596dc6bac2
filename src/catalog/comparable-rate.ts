import { raw, sql, type Sql } from '../platform/database/transaction.js';
import type { UnitType } from '../platform/common/money/unit-type.js';

interface Comparable {
  /** Products of one kind can be compared. Kinds sort in this order. */
  readonly kind: number;
  /** Twelfths of the kind's unit, which is the kilogram, the litre or the piece, in one unit of the product. */
  readonly twelfths: number;
}

/**
 * How rates are compared: those of grams by the kilogram, of millilitres by the litre, of dozens by the piece. Packs and bunches
 * contain anything, so that they can only be compared with their like.
 */
const COMPARABLE: Readonly<Record<UnitType, Comparable>> = {
  kg: { kind: 0, twelfths: 12 },
  g: { kind: 0, twelfths: 12_000 },
  l: { kind: 1, twelfths: 12 },
  ml: { kind: 1, twelfths: 12_000 },
  piece: { kind: 2, twelfths: 12 },
  dozen: { kind: 2, twelfths: 1 },
  pack: { kind: 3, twelfths: 12 },
  bunch: { kind: 4, twelfths: 12 },
};

/** More twelfths of minor units than a rate of any kind has. */
const KIND_SIZE = 2_000_000_000_000;

const UNITS = Object.entries(COMPARABLE);

/**
 * SQL to sort `products p` by their comparable rates, one kind after the other. It is the expression of the index `products_rate_idx`.
 */
export const RATE_ORDER: Sql = raw(
  `(CASE p.unit_type ${UNITS.map(
    ([unit, { kind, twelfths }]) => `WHEN '${unit}' THEN ${kind * KIND_SIZE} + p.rate_per_unit * ${twelfths}`,
  ).join(' ')} END)`,
);

const TWELFTHS: Sql = raw(
  `(p.rate_per_unit * CASE p.unit_type ${UNITS.map(([unit, { twelfths }]) => `WHEN '${unit}' THEN ${twelfths}`).join(' ')} END)`,
);

/** Returns the condition that `products p` cost at least so much per kilogram, litre, piece, pack or bunch. */
export function costsAtLeast(rate: number): Sql {
  return sql`${TWELFTHS} >= ${rate * 12}`;
}

/** Returns the condition that `products p` cost so much per kilogram, litre, piece, pack or bunch at most. */
export function costsAtMost(rate: number): Sql {
  return sql`${TWELFTHS} <= ${rate * 12}`;
}
