import { writeStored, accountKey, readStored } from 'ui-common/browser/storage';
import type { CartLine } from '../cart-line';
import { isAmount, isProduct, isQuantity, isRecord, snapshotOf } from '../guest/product-snapshot';

/* The last cart from the server, shown while the server is unreachable. */

const storageKey = (accountId: string): string => accountKey('cart', accountId);

/** Stores the lines, without the long descriptions of their products. */
export function writeCachedCart(accountId: string, lines: readonly CartLine[]): void {
  writeStored(
    storageKey(accountId),
    lines.map((line) => ({ ...line, product: snapshotOf(line.product) })),
  );
}

/** Returns the cached lines, or undefined. Ignores invalid lines. */
export function readCachedCart(accountId: string): CartLine[] | undefined {
  const stored = readStored(storageKey(accountId));
  return Array.isArray(stored) ? stored.filter(isLine) : undefined;
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
