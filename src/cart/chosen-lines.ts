import { PRODUCT_COLUMNS, type ProductRow } from '../catalog/product-row.js';
import { toThousandths } from '../platform/common/money/quantity.js';
import type { UnitType } from '../platform/common/money/unit-type.js';
import { join, sql, type ReadConnection } from '../platform/database/transaction.js';
import type { CartLine } from './cart-line.js';

/** A product that someone chose, without a cart on the server. */
export interface ChosenLine {
  readonly productId: string;
  /** Units. */
  readonly quantity: number;
  /** Unit in which the quantity was chosen; that of the product if omitted. */
  readonly unitType?: UnitType;
}

/**
 * Returns lines of a guest, or that staff have taken, with the current state of their products, in the same form as those of a
 * cart. Lines of unknown products are left out.
 */
export async function chosenLines(
  connection: ReadConnection,
  lines: readonly ChosenLine[],
): Promise<CartLine[]> {
  if (lines.length === 0) return [];
  const rows = await connection.rows<ProductRow>(sql`
    SELECT ${PRODUCT_COLUMNS} FROM products p LEFT JOIN sections s ON s.id = p.section_id
    WHERE p.id IN (${join(lines.map(({ productId }) => productId))})`);
  const products = new Map(rows.map((row) => [row.id, row]));
  return lines.flatMap((line) => {
    const product = products.get(line.productId);
    return product === undefined ? [] : [cartLine(product, line)];
  });
}

function cartLine(product: ProductRow, { quantity, unitType }: ChosenLine): CartLine {
  return {
    ...product,
    cart_quantity: toThousandths(quantity) ?? 0,
    rate_seen: product.rate_per_unit,
    unit_seen: unitType ?? product.unit_type,
    added_at: 0,
  };
}
