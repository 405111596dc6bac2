import * as limits from 'ui-common/api/limits';
import { hasOtherUnit, type CartLine, type LineInput, type Product } from '../cart-line';
import { isAmount, isProduct, isQuantity, isRecord, snapshotOf, UNIT_TYPES } from './product-snapshot';

/** Maximum number of different products in a cart. */
export const MAX_LINES = limits.MergeCartBody.items.maxItems;
const VERSION = 1;

/** A guest line, with the product as last seen. */
export type GuestLine = Required<LineInput>;

/** The form in localStorage. `isGone` keeps its name, so that carts from earlier versions stay readable. */
type StoredLine = Omit<GuestLine, 'isUnavailable' | 'unitSeen'> & {
  readonly isGone: boolean;
  readonly unitSeen?: unknown;
};

/** Reads stored lines and ignores invalid ones. */
export function readGuestLines(stored: unknown): GuestLine[] {
  if (!isRecord(stored) || stored['version'] !== VERSION || !Array.isArray(stored['lines'])) return [];
  const lines = stored['lines'].filter(isStoredLine).slice(0, MAX_LINES);
  return lines.map(({ isGone, unitSeen, ...line }) => ({
    ...line,
    // An earlier release stored no unit: it was that of the product as last seen.
    unitSeen: UNIT_TYPES.find((unit) => unit === unitSeen) ?? line.product.unitType,
    isUnavailable: isGone,
  }));
}

/** Returns the stored form that {@link readGuestLines} reads; undefined for no lines. */
export function toStoredLines(lines: readonly GuestLine[]): unknown {
  if (lines.length === 0) return undefined;
  const stored = lines.map(({ isUnavailable, ...line }): StoredLine => ({ ...line, isGone: isUnavailable }));
  return { version: VERSION, lines: stored };
}

function isStoredLine(value: unknown): value is StoredLine {
  return (
    isRecord(value) &&
    isProduct(value['product']) &&
    isQuantity(value['quantity'], 1) &&
    isAmount(value['rateSeen']) &&
    typeof value['isGone'] === 'boolean'
  );
}

/** Sets the quantity of a product, which keeps its position; 0 removes it. Returns undefined if the cart is full. */
export function withQuantity(
  lines: readonly GuestLine[],
  product: Product,
  quantity: number,
): GuestLine[] | undefined {
  if (quantity === 0) return lines.filter((line) => line.product.id !== product.id);
  const updated = {
    product: snapshotOf(product),
    quantity,
    unitSeen: product.unitType,
    rateSeen: product.ratePerUnit,
    isUnavailable: false,
  };
  const at = lines.findIndex((line) => line.product.id === product.id);
  if (at >= 0) return lines.with(at, updated);
  return lines.length < MAX_LINES ? [...lines, updated] : undefined;
}

/** Updates a product in the lines; an undefined product is no longer sold. */
export function withCurrentProduct(
  lines: readonly GuestLine[],
  productId: string,
  product: Product | undefined,
): GuestLine[] {
  return lines.map((line) => {
    if (line.product.id !== productId) return line;
    return product === undefined
      ? { ...line, isUnavailable: true }
      : { ...line, product: snapshotOf(product), isUnavailable: false };
  });
}

/** Removes merged lines, but keeps lines changed in the meantime. */
export function withoutMerged(lines: readonly GuestLine[], merged: readonly GuestLine[]): GuestLine[] {
  return lines.filter(
    ({ product, quantity }) =>
      !merged.some((line) => line.product.id === product.id && line.quantity === quantity),
  );
}

/**
 * Previews the merge of guest lines into a shopper's lines: keeps the larger quantity of each product, and one in the product's
 * present unit before one in a former unit.
 */
export function mergeLines(lines: readonly CartLine[], guest: readonly CartLine[]): readonly CartLine[] {
  if (guest.length === 0) return lines;
  const larger = lines.map(
    (line) =>
      guest.find(
        (other) =>
          other.product.id === line.product.id &&
          !hasOtherUnit(other) &&
          (hasOtherUnit(line) || other.quantity > line.quantity),
      ) ?? line,
  );
  const added = guest.filter((line) => !lines.some(({ product }) => product.id === line.product.id));
  return [...larger, ...added];
}
