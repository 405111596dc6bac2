/*
 * The statements of a checkout flow (three cart lines and the order) as the store sends them. The database does the same
 * work, without anything around it. `?` is the placeholder for both databases.
 */
import { randomUUID } from 'node:crypto';

const PRODUCT = `p.id, p.section_id, s.name AS section_name, p.name, p.name_key, p.slug, p.sku, p.description, p.brand,
  p.other_names, p.texts, p.image, p.unit_type, p.rate_per_unit, p.mrp, p.tax_class_id, p.hsn, p.net_content, p.net_unit,
  p.quantity_available, p.quantity_promised, p.quantity_step, p.low_stock_threshold, p.max_per_order, p.manufactured_on,
  p.best_before, p.published, p.version, p.created_at`;
const CART_LINES = `SELECT c.quantity AS cart_quantity, c.rate_seen, c.unit_seen, c.added_at, ${PRODUCT}
  FROM cart_items c JOIN products p ON p.id = c.product_id LEFT JOIN sections s ON s.id = p.section_id
  WHERE c.user_id = ? ORDER BY c.added_at, c.product_id`;
const SESSION_USER = `SELECT u.username, u.role FROM users u JOIN sessions s ON s.user_id = u.id
  WHERE u.id = ? AND u.status = 'approved' AND s.id = ? AND s.ended_at IS NULL`;
const CANDIDATES = `SELECT * FROM (${CART_LINES}) AS lines UNION ALL
  SELECT CAST(NULL AS bigint) AS cart_quantity, p.rate_per_unit AS rate_seen, CAST(NULL AS text) AS unit_seen,
    p.created_at AS added_at, ${PRODUCT}
  FROM products p JOIN sections s ON s.id = p.section_id WHERE p.id = ?
    AND NOT EXISTS (SELECT 1 FROM cart_items c WHERE c.user_id = ? AND c.product_id = p.id)`;
const UPSERT_LINE = `INSERT INTO cart_items (user_id, product_id, quantity, rate_seen, unit_seen, added_at) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (user_id, product_id) DO UPDATE SET quantity = excluded.quantity, rate_seen = excluded.rate_seen,
    unit_seen = excluded.unit_seen`;
const REMEMBER_ADDRESS = `INSERT INTO customer_addresses (id, user_id, key, address, created_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (user_id, key) DO UPDATE SET address = excluded.address RETURNING id, user_id, key`;

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
    await run(UPSERT_LINE, [userId, product, 1000, rate, null, now]);
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
  await run('SELECT operation, body_hash, answer FROM idempotency_keys WHERE user_id = ? AND key = ?', [
    ...[userId, key],
  ]);
  await run('SAVEPOINT joined', []);
  const lines = await run(dialect === 'postgres' ? `${CART_LINES} FOR UPDATE OF c` : CART_LINES, [userId]);
  await run('SELECT key, value, version FROM settings', []);
  const id = randomUUID();
  await deductStock(run, lines);
  await run(
    rowsInto(
      'stock_movements (id, product_id, delta, reason, order_id, sheet_id, actor_id, at, note, counted)',
      lines.length,
      10,
    ),
    lines.flatMap((line) => [
      ...[randomUUID(), line.id, -line.cart_quantity, 'order', id, null, userId, now, null, null],
    ]),
  );
  const [address] = await run(REMEMBER_ADDRESS, [
    ...[randomUUID(), userId, 'x'.repeat(64), JSON.stringify(ADDRESS), now],
  ]);
  await insertOrder(run, { id, userId, addressId: address.id, lines, now });
  await run(rowsInto('outbox_events (id, type, subject, payload, created_at, completed_at)', 1, 6), [
    ...[randomUUID(), 'orders.placed', `order:${id}`, JSON.stringify({ orderId: id }), now, null],
  ]);
  await run(
    `DELETE FROM cart_items WHERE user_id = ? AND product_id IN (${lines.map(() => '?').join(', ')})`,
    [userId, ...lines.map((line) => line.id)],
  );
  await run(rowsInto('idempotency_keys (user_id, key, operation, body_hash, answer, created_at)', 1, 6), [
    userId,
    key,
    'POST /orders',
    'x'.repeat(64),
    'x'.repeat(1200),
    now,
  ]);
}

/** Deducts the stock of all lines, which are locked in the order of their products. */
async function deductStock(run, lines) {
  const amounts = lines.flatMap((line) => [line.id, line.cart_quantity]);
  const amount = `CASE id ${lines.map(() => 'WHEN ? THEN CAST(? AS bigint)').join(' ')} END`;
  await run(
    `WITH locked AS MATERIALIZED (
       SELECT p.id AS locked_id FROM products p WHERE p.id IN (${lines.map(() => '?').join(', ')}) ORDER BY p.id
     )
     UPDATE products SET quantity_available = quantity_available - ${amount}, quantity_promised = quantity_promised + ${amount}
     FROM locked WHERE id = locked_id AND quantity_available >= ${amount}
     RETURNING products.id, products.slug, products.quantity_available, products.quantity_promised,
       products.low_stock_threshold`,
    [...lines.map((line) => line.id), ...amounts, ...amounts, ...amounts],
  );
}

/** Inserts an order with its lines, and with the fee for its delivery. */
async function insertOrder(run, { id, userId, addressId, lines, now }) {
  const total = lines.reduce((sum, line) => sum + Number(line.rate_per_unit), DELIVERY_FEE);
  await run(
    rowsInto(
      `orders (id, number, user_id, taken_by, status, total, placed_total, currency, address, place_of_supply, address_id, note, timestamp)`,
      1,
      13,
    ),
    [
      ...[
        id,
        randomUUID().slice(0, 12),
        userId,
        null,
        'placed',
        total,
        total,
        'INR',
        JSON.stringify(ADDRESS),
        '29',
      ],
      ...[addressId, null, now],
    ],
  );
  const row = `(${Array.from({ length: 8 }, () => '?').join(', ')}, (SELECT p.tax_class_id FROM products p WHERE p.id = ?),
    (SELECT p.hsn FROM products p WHERE p.id = ?), ?, ?, ?, ?)`;
  await run(
    `INSERT INTO order_items (id, order_id, product_id, product_name, product_names, unit_type, rate_per_unit, quantity,
       tax_class_id, hsn, mrp, price, ordered_quantity, ordered_price) VALUES ${lines.map(() => row).join(', ')}`,
    lines.flatMap((line) => [
      ...[randomUUID(), id, line.id, line.name, '{}', line.unit_type, line.rate_per_unit, line.cart_quantity],
      ...[line.id, line.id, line.mrp, line.rate_per_unit, line.cart_quantity, line.rate_per_unit],
    ]),
  );
  await run(rowsInto('order_charges (id, order_id, kind, amount)', 1, 4), [
    ...[randomUUID(), id, 'delivery', DELIVERY_FEE],
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

/** Of the demo store, in minor units. */
const DELIVERY_FEE = 3000;
