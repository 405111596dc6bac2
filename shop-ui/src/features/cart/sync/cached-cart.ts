import { keep, ownName, readKept } from 'ui-common/browser/storage';
import type { CartLine } from '../cart-line';
import { isAmount, isProduct, isQuantity, isRecord, snapshotOf } from '../guest/product-snapshot';

/* The cart as the server last answered it: this browser shows it where the server cannot be asked. */

const nameOf = (accountId: string): string => ownName('cart', accountId);

export function keepAnswered(accountId: string, lines: readonly CartLine[]): void {
  keep(
    nameOf(accountId),
    lines.map((line) => ({ ...line, product: snapshotOf(line.product) })),
  );
}

/** The lines that were kept, or undefined; what has another shape is passed over. */
export function readAnswered(accountId: string): CartLine[] | undefined {
  const kept = readKept(nameOf(accountId));
  return Array.isArray(kept) ? kept.filter(isLine) : undefined;
}

function isLine(value: unknown): value is CartLine {
  return (
    isRecord(value) &&
    isProduct(value['product']) &&
    isQuantity(value['quantity'], 1) &&
    isAmount(value['price']) &&
    Array.isArray(value['notices']) &&
    value['notices'].every((notice) => isRecord(notice) && typeof notice['code'] === 'string')
  );
}
