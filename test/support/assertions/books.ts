import { bodyOf, type Bearer } from '../clients/client.js';
import type { Server } from '../servers/server.js';

/** What must give no row, whatever happened. It shares no code with the store's own proof of its books. */
const FAULTS: Readonly<Record<string, string>> = {
  'a product whose stock is not the sum of its movements': `
    SELECT p.id FROM products p LEFT JOIN stock_movements m ON m.product_id = p.id
    GROUP BY p.id, p.quantity_available HAVING p.quantity_available <> coalesce(sum(m.delta), 0)`,
  'an order whose total is not the sum of its lines': `
    SELECT o.id FROM orders o LEFT JOIN order_items i ON i.order_id = o.id
    GROUP BY o.id, o.total HAVING count(i.id) = 0 OR o.total <> sum(i.price)`,
  'a line of an order that took no stock, or another quantity': `
    SELECT i.id FROM order_items i
    WHERE (SELECT count(*) FROM stock_movements m WHERE m.order_id = i.order_id AND m.product_id = i.product_id
           AND m.reason = 'order' AND m.delta = -i.quantity) <> 1`,
  'stock that was taken for no line of an order': `
    SELECT m.id FROM stock_movements m WHERE m.reason IN ('order', 'cancellation') AND NOT EXISTS
      (SELECT 1 FROM order_items i WHERE i.order_id = m.order_id AND i.product_id = m.product_id)`,
  'a cancelled order whose stock did not come back exactly once, or stock that came back of one that is not cancelled': `
    SELECT i.id FROM order_items i JOIN orders o ON o.id = i.order_id
    WHERE (SELECT coalesce(sum(m.delta), 0) FROM stock_movements m WHERE m.order_id = i.order_id
           AND m.product_id = i.product_id AND m.reason = 'cancellation')
          <> CASE WHEN o.status = 'cancelled' THEN i.quantity ELSE 0 END`,
  'an order whose status is not what last happened to it': `
    SELECT o.id FROM orders o WHERE (SELECT count(*) FROM order_status_changes c
      WHERE c.order_id = o.id AND c.status = o.status) <> CASE WHEN o.status = 'placed' THEN 0 ELSE 1 END`,
  'a part of an order that is not there': `
    SELECT i.id FROM order_items i WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = i.order_id)`,
  'an order that nobody outside was promised to hear of, or twice': `
    SELECT o.id FROM orders o WHERE (SELECT count(*) FROM outbox_events e
      WHERE e.type = 'orders.placed' AND e.payload LIKE '%' || o.id || '%') <> 1`,
};

/** Every fault in the books, as a sentence with how often it is there. */
export async function faultsOfBooks(server: Pick<Server, 'rows'>): Promise<string[]> {
  const found: string[] = [];
  for (const [fault, statement] of Object.entries(FAULTS)) {
    const rows = await server.rows(statement);
    if (rows.length > 0) found.push(`${rows.length} × ${fault}`);
  }
  return found;
}

/** The books balance by the test's own reckoning, and the store says the same. */
export async function expectBalancedBooks(server: Server, admin: Bearer): Promise<void> {
  expect(await faultsOfBooks(server)).toEqual([]);
  const books = bodyOf(await server.client.as(admin).get<{ balanced: boolean }>('/admin/books'), 200);
  expect(books).toMatchObject({ balanced: true });
}
