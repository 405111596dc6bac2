import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';

const LINES_PER_ORDER = 10;

/**
 * Adds order lines, ten per order, to a store that has products and users. The database itself generates the rows.
 *
 * @param {{ dataDir: string, databaseUrl?: string }} target
 */
export async function addOrderLines({ dataDir, databaseUrl }, lines) {
  const orders = lines / LINES_PER_ORDER;
  if (databaseUrl === undefined) {
    const connection = new BetterSqlite3(join(dataDir, 'store.sqlite'));
    const idOf = (group, n) => `'00000000-0000-7000-${group}-' || printf('%012x', ${n})`;
    for (const statement of statements(orders, idOf)) connection.exec(statement);
    connection.close();
    return;
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const idOf = (group, n) => `CAST('00000000-0000-7000-${group}-' || lpad(to_hex(${n}), 12, '0') AS uuid)`;
  for (const statement of statements(orders, idOf)) await client.query(statement);
  await client.query('ANALYZE');
  await client.end();
}

function statements(orders, idOf) {
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${orders})`;
  return [
    `INSERT INTO orders (id, number, user_id, status, total, placed_total, currency, address, timestamp)
     ${numbers}
     SELECT ${idOf('8001', 'n')}, 'BENCH-' || n, u.id, 'delivered', 50000, 50000, 'INR', '{}', 1767225600000 + n
     FROM numbers CROSS JOIN (SELECT id FROM users ORDER BY id LIMIT 1) u`,
    `INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
            ordered_quantity, ordered_price)
     ${numbers}
     SELECT ${idOf('8002', `n * ${LINES_PER_ORDER} + p.k`)}, ${idOf('8001', 'n')}, p.id, p.name, p.unit_type, 4000, 1250, 5000, 1250, 5000
     FROM numbers CROSS JOIN (SELECT id, name, unit_type, row_number() OVER (ORDER BY id) - 1 AS k
                              FROM products WHERE deleted_at IS NULL ORDER BY id LIMIT ${LINES_PER_ORDER}) p`,
  ];
}
