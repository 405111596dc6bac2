import { writeStored, accountKey, readStored } from 'ui-common/browser/storage';
import { isWithoutObstacle, type CartLine } from '../cart-line';
import { isAmount, isProduct, isQuantity, isRecord, snapshotOf, UNIT_TYPES } from '../guest/product-snapshot';

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
  if (!Array.isArray(stored)) return undefined;
  // An earlier release stored neither the unit nor whether the line can be bought.
  return stored.filter(isLine).map((line) => ({
    ...line,
    unitType: UNIT_TYPES.find((unit) => unit === line.unitType) ?? line.product.unitType,
    isBuyable: isWithoutObstacle(line.notices),
  }));
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
