import type { Product } from '../../catalog/product.entity.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import { MAX_STOCK } from '../../stock/stock.js';
import { rowError, type RowError } from '../rows/row-error.js';
import type { ProductRow } from './product-row.js';

/**
 * Returns the errors of what a row says about the stock. It says what came in or what was counted, not both: it is unclear which of them
 * came first.
 */
export function stockErrorsOf(
  row: ProductRow,
  { quantityAvailable, quantityPromised }: Product,
  { delivery, counted }: { readonly delivery: number; readonly counted: number | undefined },
): RowError[] {
  if (delivery > 0 && counted !== undefined) {
    const message = 'A row has a delivery or a count, not both.';
    return [rowError(row, 'counted', 'imports.count-and-delivery', message)];
  }
  const column = counted === undefined ? 'delivery' : 'counted';
  if (counted !== undefined && counted < quantityPromised) {
    const [promised, short] = [quantityPromised, quantityPromised - counted].map(fromThousandths);
    const message = `${promised} are promised to orders that have not left the store: ${short} are short.`;
    return [rowError(row, column, 'catalog.count-below-promised', message)];
  }
  const available = counted === undefined ? quantityAvailable + delivery : counted - quantityPromised;
  if (available <= MAX_STOCK) return [];
  const message = 'The stock of one product may be at most 1,000,000,000.';
  return [rowError(row, column, 'catalog.stock-too-large', message)];
}
