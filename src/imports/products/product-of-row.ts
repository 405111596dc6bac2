import type { Product } from '../../catalog/product.entity.js';
import { rowError, type RowError } from '../rows/row-error.js';
import type { ProductLookup } from './product-lookup.js';
import type { ProductRow } from './product-row.js';

/** Returns the product that a row means, undefined if it means a new one, or the error if that is not clear. */
export function productOfRow(
  row: ProductRow,
  lookup: ProductLookup,
  sectionId: string | undefined,
): Product | undefined | RowError[] {
  const { id, version } = row.product;
  const [keyed, other] = lookup.keyed(row);
  if (keyed !== undefined && other !== undefined) {
    const message = `The codes of the row mean two products: ${keyed.name} and ${other.name}.`;
    return [rowError(row, null, 'imports.two-products', message)];
  }
  const before = lookup.productOf(row, sectionId);
  if (before === 'ambiguous') {
    const message = 'Several sections have a product of this name.';
    return [rowError(row, 'name', 'imports.name-in-several-sections', message)];
  }
  if (id !== undefined && before === undefined)
    return [rowError(row, 'id', 'catalog.product-not-found', 'There is no product with this id.')];
  return before !== undefined && version !== undefined && version !== before.version
    ? [staleVersion(row, before)]
    : before;
}

function staleVersion(row: ProductRow, { version }: Product): RowError {
  const message = `The product has changed: its version is now ${version}.`;
  return rowError(row, 'version', 'request.stale-version', message);
}
