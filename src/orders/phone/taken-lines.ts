import type { CartLine } from '../../cart/cart-line.js';
import { PRODUCT_COLUMNS, type ProductRow } from '../../catalog/product-row.js';
import { toThousandths } from '../../platform/common/money/quantity.js';
import { join, sql, type ReadConnection } from '../../platform/database/transaction.js';
import type { TakenLine } from './phone-orders.dto.js';

/**
 * Returns lines that staff have taken, with the current state of their products, in the same form as those of a cart. Lines of
 * unknown products are left out.
 */
export async function takenLines(
  connection: ReadConnection,
  lines: readonly TakenLine[],
): Promise<CartLine[]> {
  if (lines.length === 0) return [];
  const rows = await connection.rows<ProductRow>(sql`
    SELECT ${PRODUCT_COLUMNS} FROM products p LEFT JOIN sections s ON s.id = p.section_id
    WHERE p.id IN (${join(lines.map(({ productId }) => productId))})`);
  const products = new Map(rows.map((row) => [row.id, row]));
  return lines.flatMap(({ productId, quantity, unitType }) => {
    const product = products.get(productId);
    return product === undefined ? [] : [cartLine(product, quantity, unitType)];
  });
}

function cartLine(product: ProductRow, quantity: number, unitType: TakenLine['unitType']): CartLine {
  return {
    ...product,
    cart_quantity: toThousandths(quantity) ?? 0,
    rate_seen: product.rate_per_unit,
    unit_seen: unitType ?? product.unit_type,
    added_at: 0,
  };
}
