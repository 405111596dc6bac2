import type { CartLine, Product, Put } from '../cart-line';
import { isAmount, isProduct, isQuantity, isRecord, snapshotOf } from './product-snapshot';

/** As many different products as the server takes. */
export const MAX_LINES = 100;
const VERSION = 1;

/** What a guest has put in, as this browser keeps it: with the product as it was last seen. */
export type GuestLine = Required<Put>;

/** The lines as they are kept, and no others: what has another shape is passed over. */
export function readGuestLines(kept: unknown): GuestLine[] {
  if (!isRecord(kept) || kept['version'] !== VERSION || !Array.isArray(kept['lines'])) return [];
  return kept['lines'].filter(isGuestLine).slice(0, MAX_LINES);
}

/** The shape that {@link readGuestLines} reads; undefined for none. */
export function keptGuestLines(lines: readonly GuestLine[]): unknown {
  return lines.length === 0 ? undefined : { version: VERSION, lines };
}

function isGuestLine(value: unknown): value is GuestLine {
  return (
    isRecord(value) &&
    isProduct(value['product']) &&
    isQuantity(value['quantity'], 1) &&
    isAmount(value['rateSeen']) &&
    typeof value['isGone'] === 'boolean'
  );
}

/** The lines with so much of a product, which keeps its place; 0 takes it out. Undefined where one more is too many. */
export function withQuantity(
  lines: readonly GuestLine[],
  product: Product,
  quantity: number,
): GuestLine[] | undefined {
  if (quantity === 0) return lines.filter((line) => line.product.id !== product.id);
  const put = { product: snapshotOf(product), quantity, rateSeen: product.ratePerUnit, isGone: false };
  const at = lines.findIndex((line) => line.product.id === product.id);
  if (at >= 0) return lines.with(at, put);
  return lines.length < MAX_LINES ? [...lines, put] : undefined;
}

/** The lines with a product as it is now; undefined says that it is no longer sold. */
export function withProductAsItIs(
  lines: readonly GuestLine[],
  productId: string,
  product: Product | undefined,
): GuestLine[] {
  return lines.map((line) => {
    if (line.product.id !== productId) return line;
    return product === undefined
      ? { ...line, isGone: true }
      : { ...line, product: snapshotOf(product), isGone: false };
  });
}

/** The lines that are not among those that have been merged: what was changed meanwhile stays. */
export function withoutMerged(lines: readonly GuestLine[], merged: readonly GuestLine[]): GuestLine[] {
  return lines.filter(
    ({ product, quantity }) =>
      !merged.some((line) => line.product.id === product.id && line.quantity === quantity),
  );
}

/** A shopper's lines as they will be once a guest's are merged: of each product the larger quantity. */
export function mergedWith(lines: readonly CartLine[], guest: readonly CartLine[]): readonly CartLine[] {
  if (guest.length === 0) return lines;
  const larger = lines.map(
    (line) =>
      guest.find(({ product, quantity }) => product.id === line.product.id && quantity > line.quantity) ??
      line,
  );
  const added = guest.filter((one) => !lines.some(({ product }) => product.id === one.product.id));
  return [...larger, ...added];
}
