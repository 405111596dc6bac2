/*
 * The statements of a checkout flow (three cart lines and the order) as the store sends them. The database does the same
 * work, without anything around it. `?` is the placeholder for both databases.
 */
import { randomUUID } from 'node:crypto';

const PRODUCT = `p.id, p.section_id, s.name AS section_name, p.name, p.name_key, p.slug, p.description, p.brand, p.image,
  p.unit_type, p.rate_per_unit, p.quantity_available, p.quantity_promised, p.quantity_step, p.low_stock_threshold,
  p.manufactured_on, p.best_before, p.published, p.version, p.created_at`;
const CART_LINES = `SELECT c.quantity AS cart_quantity, c.rate_seen, c.added_at, ${PRODUCT}
  FROM cart_items c JOIN products p ON p.id = c.product_id LEFT JOIN sections s ON s.id = p.section_id
  WHERE c.user_id = ? ORDER BY c.added_at, c.product_id`;
const SESSION_USER = `SELECT u.username, u.role, u.status, u.token_version, s.ended_at FROM users u
  JOIN sessions s ON s.user_id = u.id WHERE u.id = ? AND s.id = ?`;
const CANDIDATES = `SELECT * FROM (${CART_LINES}) AS lines UNION ALL
  SELECT CAST(NULL AS bigint) AS cart_quantity, p.rate_per_unit AS rate_seen, p.created_at AS added_at, ${PRODUCT}
  FROM products p JOIN sections s ON s.id = p.section_id WHERE p.id = ?
    AND NOT EXISTS (SELECT 1 FROM cart_items c WHERE c.user_id = ? AND c.product_id = p.id)`;
const UPSERT_LINE = `INSERT INTO cart_items (user_id, product_id, quantity, rate_seen, added_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (user_id, product_id) DO UPDATE SET quantity = excluded.quantity, rate_seen = excluded.rate_seen`;
const DEDUCT_STOCK = `UPDATE products SET quantity_available = quantity_available - ?, quantity_promised = quantity_promised + ?
  WHERE id = ? AND quantity_available >= ? RETURNING id, quantity_available, quantity_promised, low_stock_threshold, published`;

/**
 * Runs one flow.
 *
 * @param {(text: string, values: unknown[]) => Promise<Record<string, unknown>[]>} run sends a statement
 * @param {{ dialect: 'sqlite' | 'postgres', userId: string, sessionId: string, products: string[] }} flow
 */
export async function checkout(run, { dialect, userId, sessionId, products }) {
  const now = Date.now();
  for (const product of products) {
    await run(SESSION_USER, [userId, sessionId]);
    const lines = await run(CANDIDATES, [userId, product, userId]);
    const rate = lines.find((line) => line.id === product).rate_per_unit;
    await run(UPSERT_LINE, [userId, product, 1000, rate, now]);
  }
  await run(SESSION_USER, [userId, sessionId]);
  await run(dialect === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN', []);
  await order(run, { dialect, userId, now });
  await run('COMMIT', []);
}

async function order(run, { dialect, userId, now }) {
  const key = randomUUID();
  if (dialect === 'postgres')
    await run('SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)) AS free', [`${userId} ${key}`]);
  await run('SELECT body_hash, answer FROM idempotency_keys WHERE user_id = ? AND key = ?', [userId, key]);
  const lines = await run(dialect === 'postgres' ? `${CART_LINES} FOR UPDATE OF c` : CART_LINES, [userId]);
  lines.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, cart_quantity: quantity } of lines) {
    await run(DEDUCT_STOCK, [quantity, quantity, id, quantity]);
  }
  const id = randomUUID();
  const total = lines.reduce((sum, line) => sum + Number(line.rate_per_unit), 0);
  await run(
    rowsInto(
      'stock_movements (id, product_id, delta, reason, order_id, actor_id, at, note)',
      lines.length,
      8,
    ),
    lines.flatMap((line) => [randomUUID(), line.id, -line.cart_quantity, 'order', id, userId, now, null]),
  );
  await run(
    rowsInto('orders (id, number, user_id, status, total, currency, address, note, timestamp)', 1, 9),
    [id, randomUUID().slice(0, 12), userId, 'placed', total, 'INR', JSON.stringify(ADDRESS), null, now],
  );
  await run(
    rowsInto(
      'order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price)',
      lines.length,
      8,
    ),
    lines.flatMap((line) => [
      ...[randomUUID(), id, line.id, line.name],
      ...[line.unit_type, line.rate_per_unit, line.cart_quantity, line.rate_per_unit],
    ]),
  );
  await run(
    `DELETE FROM cart_items WHERE user_id = ? AND product_id IN (${lines.map(() => '?').join(', ')})`,
    [userId, ...lines.map((line) => line.id)],
  );
  await run(rowsInto('outbox_events (id, type, subject, payload, created_at)', 1, 5), [
    ...[randomUUID(), 'orders.placed', `order:${id}`, JSON.stringify({ orderId: id }), now],
  ]);
  await run(rowsInto('idempotency_keys (user_id, key, body_hash, answer, created_at)', 1, 5), [
    ...[userId, key, 'x'.repeat(64), 'x'.repeat(1200), now],
  ]);
}

function rowsInto(table, rows, columns) {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  return `INSERT INTO ${table} VALUES ${Array.from({ length: rows }, () => row).join(', ')}`;
}

export const ADDRESS = {
  name: 'Asha Rao',
  phone: '+91 98450 12345',
  line1: '14, Temple Street',
  city: 'Bengaluru',
  postalCode: '560004',
};
