import { bodyOf, type Bearer } from '../clients/client.js';
import type { Server } from '../servers/server.js';

/** Queries that must never return a row. They share no code with the store's own check of the books. */
const DISCREPANCIES: Readonly<Record<string, string>> = {
  'a product whose stock is not the sum of its movements': `
    SELECT p.id FROM products p LEFT JOIN stock_movements m ON m.product_id = p.id
    GROUP BY p.id, p.quantity_available HAVING p.quantity_available <> coalesce(sum(m.delta), 0)`,
  'a product whose promised quantity is not that of the orders which have not left': `
    SELECT p.id FROM products p WHERE p.quantity_promised <> (
      SELECT coalesce(sum(i.quantity), 0) FROM order_items i JOIN orders o ON o.id = i.order_id
      WHERE i.product_id = p.id AND o.status <> 'out_for_delivery' AND o.status <> 'delivered' AND o.status <> 'cancelled')`,
  'an order whose total is not the sum of its lines and charges, less its discounts': `
    SELECT o.id FROM orders o LEFT JOIN order_items i ON i.order_id = o.id
    GROUP BY o.id, o.total HAVING count(i.id) = 0
      OR o.total <> sum(i.price) + (SELECT coalesce(sum(c.amount), 0) FROM order_charges c WHERE c.order_id = o.id)
        - (SELECT coalesce(sum(d.amount), 0) FROM order_discounts d WHERE d.order_id = o.id AND d.item_id IS NULL)`,
  'a line whose price is not its rate times its quantity, less its discounts': `
    SELECT i.id FROM order_items i JOIN orders o ON o.id = i.order_id WHERE o.reference IS NULL
      AND i.price + (SELECT coalesce(sum(d.amount), 0) FROM order_discounts d WHERE d.item_id = i.id)
        <> (i.rate_per_unit * i.quantity + 500) / 1000`,
  'an order that is not as it was placed, without a reason': `
    SELECT o.id FROM orders o LEFT JOIN order_items i ON i.order_id = o.id WHERE o.placed_total <> o.total
      + (SELECT coalesce(sum(d.amount), 0) FROM order_discounts d WHERE d.order_id = o.id AND d.item_id IS NULL)
      OR i.ordered_quantity <> i.quantity OR i.ordered_price <> i.price`,
  'an order line without exactly one matching stock movement': `
    SELECT i.id FROM order_items i JOIN orders o ON o.id = i.order_id
    WHERE o.reference IS NULL AND (SELECT count(*) FROM stock_movements m WHERE m.order_id = i.order_id AND m.product_id = i.product_id
           AND m.reason = 'order' AND m.delta = -i.quantity) <> 1`,
  'a stock movement without an order line': `
    SELECT m.id FROM stock_movements m WHERE m.reason IN ('order', 'cancellation') AND NOT EXISTS
      (SELECT 1 FROM order_items i WHERE i.order_id = m.order_id AND i.product_id = m.product_id)`,
  'an order line with a wrong restocked quantity': `
    SELECT i.id FROM order_items i JOIN orders o ON o.id = i.order_id
    WHERE (SELECT coalesce(sum(m.delta), 0) FROM stock_movements m WHERE m.order_id = i.order_id
           AND m.product_id = i.product_id AND m.reason = 'cancellation')
          <> CASE WHEN o.status = 'cancelled' AND o.reference IS NULL THEN i.quantity ELSE 0 END`,
  'an order whose status is missing in its history': `
    SELECT o.id FROM orders o WHERE (SELECT count(*) FROM order_status_changes c
      WHERE c.order_id = o.id AND c.status = o.status) <> CASE WHEN o.status = 'placed' THEN 0 ELSE 1 END`,
  'a line of a missing order': `
    SELECT i.id FROM order_items i WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = i.order_id)`,
  'a charge of a missing order': `
    SELECT c.id FROM order_charges c WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = c.order_id)`,
  'an order without exactly one outbox event': `
    SELECT o.id FROM orders o WHERE o.reference IS NULL AND (SELECT count(*) FROM outbox_events e
      WHERE e.type = 'orders.placed' AND e.payload LIKE '%' || o.id || '%') <> 1`,
  'an imported order that moved stock, has an event, or is not finished': `
    SELECT o.id FROM orders o WHERE o.reference IS NOT NULL AND (
      o.status NOT IN ('delivered', 'cancelled')
      OR EXISTS (SELECT 1 FROM stock_movements m WHERE m.order_id = o.id)
      OR EXISTS (SELECT 1 FROM outbox_events e WHERE e.payload LIKE '%' || o.id || '%'))`,
};

/** Returns the discrepancies in the books as sentences with their counts. */
export async function findBookDiscrepancies(server: Pick<Server, 'rows'>): Promise<string[]> {
  const discrepancies: string[] = [];
  for (const [description, statement] of Object.entries(DISCREPANCIES)) {
    const rows = await server.rows(statement);
    if (rows.length > 0) discrepancies.push(`${rows.length} × ${description}`);
  }
  return discrepancies;
}

/** Returns the events that failed permanently, with their errors. */
export function findFailedEvents(server: Pick<Server, 'rows'>): Promise<{ type: string; failure: string }[]> {
  return server.rows('SELECT type, failure FROM outbox_events WHERE failed_at IS NOT NULL');
}

/** Expects balanced books by the test's own queries and by the store's check. */
export async function expectBalancedBooks(server: Server, admin: Bearer): Promise<void> {
  expect(await findBookDiscrepancies(server)).toEqual([]);
  const books = bodyOf(await server.client.as(admin).get<{ balanced: boolean }>('/admin/books'), 200);
  expect(books).toMatchObject({ balanced: true });
}
