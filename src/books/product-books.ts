import { fromThousandths } from '../platform/common/money/quantity.js';
import { sql, type ReadConnection } from '../platform/database/transaction.js';
import { hasGoodsInStore } from '../rules/order-status/order-status-sql.js';
import type { ProductBooksView, UnbalancedProductView } from './books.dto.js';
import { countsOf, differing, type Compared } from './differing.js';

interface ProductRow extends Compared {
  readonly id: string | null;
  readonly name: string;
  readonly available: number;
  readonly ledger: number;
  readonly promised: number;
  readonly ordered: number;
}

/** Compares each product with the ledger of its stock, and with the orders whose goods are still in the store. */
export async function compareProducts(connection: ReadConnection): Promise<ProductBooksView> {
  const rows = await connection.rows<ProductRow>(
    differing(
      sql`products`,
      sql`SELECT p.id, p.name, p.quantity_available AS available, p.quantity_promised AS promised,
          COALESCE(moved.quantity, 0) AS ledger, COALESCE(ordered.quantity, 0) AS ordered
        FROM products p
        LEFT JOIN (
          SELECT m.product_id, CAST(SUM(m.delta) AS bigint) AS quantity FROM stock_movements m GROUP BY m.product_id
        ) moved ON moved.product_id = p.id
        LEFT JOIN (
          SELECT i.product_id, CAST(SUM(i.quantity) AS bigint) AS quantity
          FROM orders o JOIN order_items i ON i.order_id = o.id
          WHERE ${hasGoodsInStore('o.status')} GROUP BY i.product_id
        ) ordered ON ordered.product_id = p.id`,
      sql`available <> ledger OR promised <> ordered`,
    ),
  );
  const examples = rows.flatMap((row) =>
    row.id === null ? [] : [{ productId: row.id, name: row.name, ...inUnits(row) }],
  );
  return { ...countsOf(rows), examples };
}

function inUnits(row: ProductRow): Omit<UnbalancedProductView, 'productId' | 'name'> {
  return {
    quantityAvailable: fromThousandths(row.available),
    ledger: fromThousandths(row.ledger),
    quantityPromised: fromThousandths(row.promised),
    ordered: fromThousandths(row.ordered),
  };
}
