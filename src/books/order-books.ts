import { fromThousandths } from '../platform/common/money/quantity.js';
import { sql, type ReadConnection } from '../platform/database/transaction.js';
import { reducesTotal } from '../rules/pricing/order-discounts-sql.js';
import type { ItemBooksView, OrderBooksView } from './books.dto.js';
import { countsOf, differing, type Compared } from './differing.js';

interface ItemRow extends Compared {
  readonly id: string | null;
  readonly orderId: string;
  readonly number: string;
  readonly name: string;
  readonly rate: number;
  readonly quantity: number;
  readonly discounts: number;
  readonly price: number;
}

interface OrderRow extends Compared {
  readonly id: string | null;
  readonly number: string;
  readonly total: number;
  readonly items: number;
  readonly charges: number;
  readonly discounts: number;
  readonly lines: number;
}

/** Orders of this store: an imported one keeps the prices of the system that the store used before. */
const OWN_ITEMS = sql`order_items i JOIN orders o ON o.id = i.order_id AND o.reference IS NULL`;

/** Compares the price of each item with its rate × quantity, rounded half up, less its discounts. */
export async function compareItems(connection: ReadConnection): Promise<ItemBooksView> {
  const rows = await connection.rows<ItemRow>(
    differing(
      OWN_ITEMS,
      sql`SELECT i.id, i.order_id AS "orderId", o.number, i.product_name AS name, i.rate_per_unit AS rate, i.quantity, i.price,
          COALESCE(reduced.amount, 0) AS discounts
        FROM ${OWN_ITEMS}
        LEFT JOIN (
          SELECT d.item_id, CAST(SUM(d.amount) AS bigint) AS amount
          FROM order_discounts d WHERE d.item_id IS NOT NULL GROUP BY d.item_id
        ) reduced ON reduced.item_id = i.id`,
      sql`price + discounts <> (rate * quantity + 500) / 1000`,
    ),
  );
  const examples = rows.flatMap(({ id, orderId, number, name, rate, quantity, discounts, price }) => {
    if (id === null) return [];
    const amounts = { ratePerUnit: rate, quantity: fromThousandths(quantity), discounts, price };
    return [{ itemId: id, orderId, number, name, ...amounts }];
  });
  return { ...countsOf(rows), examples };
}

/** Compares the total of each order with its items and charges, less its discounts. */
export async function compareOrders(connection: ReadConnection): Promise<OrderBooksView> {
  const rows = await connection.rows<OrderRow>(
    differing(
      sql`orders`,
      sql`SELECT o.id, o.number, o.total, COALESCE(sold.price, 0) AS items, COALESCE(sold.lines, 0) AS lines,
          COALESCE(charged.amount, 0) AS charges, COALESCE(reduced.amount, 0) AS discounts
        FROM orders o
        LEFT JOIN (
          SELECT i.order_id, CAST(SUM(i.price) AS bigint) AS price, count(*) AS lines
          FROM order_items i GROUP BY i.order_id
        ) sold ON sold.order_id = o.id
        LEFT JOIN (
          SELECT c.order_id, CAST(SUM(c.amount) AS bigint) AS amount FROM order_charges c GROUP BY c.order_id
        ) charged ON charged.order_id = o.id
        LEFT JOIN (
          SELECT d.order_id, CAST(SUM(d.amount) AS bigint) AS amount
          FROM order_discounts d WHERE ${reducesTotal('d')} GROUP BY d.order_id
        ) reduced ON reduced.order_id = o.id`,
      sql`total <> items + charges - discounts OR discounts > items OR lines = 0`,
    ),
  );
  const examples = rows.flatMap(({ id, number, total, items, charges, discounts, lines }) =>
    id === null ? [] : [{ orderId: id, number, total, items, charges, discounts, lines }],
  );
  return { ...countsOf(rows), examples };
}
