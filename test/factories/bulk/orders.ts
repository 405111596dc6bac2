import { newId } from '../../../src/platform/common/id.js';
import type { Database } from '../../../src/platform/database/database.js';
import { raw, sql, type Sql } from '../../../src/platform/database/transaction.js';
import { insertUser } from '../rows.js';

export const LINES_PER_ORDER = 10;

/** More would take longer than a statement may. */
const ORDERS_AT_ONCE = 20_000;

/** Names that a careless export would corrupt. */
export const CSV_UNSAFE_NAMES = [
  'Tomatoes',
  'Rice, "Sona Masoori"',
  '=HYPERLINK("http://127.0.0.1","free")',
  '+91 cola',
  '-5 kg sack',
  '@home soap',
  'two\r\nlines',
  'परवल',
  "O'Brien",
  '\ttabbed',
];

/**
 * Inserts order lines, ten per order, with a few statements that generate the rows in the database.
 *
 * @returns the ID of the user who placed the orders
 */
export async function insertOrderLines(database: Database, lines: number): Promise<string> {
  const user = {
    username: 'asha',
    displayName: 'Asha',
    email: 'a@example.com',
    role: 'store_manager',
  } as const;
  const userId = await insertUser(database, user);
  const sectionId = newId();
  await database.write(sql`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES (${sectionId}, 'S', 's', 's', '', 1, 0)`);
  for (const [n, name] of CSV_UNSAFE_NAMES.entries()) {
    const id = `00000000-0000-7000-8003-00000000000${n}`;
    await database.write(sql`
      INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
                            quantity_available, quantity_step, published, created_at)
      VALUES (${id}, ${sectionId}, ${name}, ${id}, ${id}, '', '', 'kg', 4000, 0, 250, ${true}, ${n})`);
  }
  const orders = lines / LINES_PER_ORDER;
  for (let first = 0; first < orders; first += ORDERS_AT_ONCE)
    await insertOrders(database, first, Math.min(first + ORDERS_AT_ONCE, orders));
  return userId;
}

/** Inserts the orders with the numbers from `first` on, up to but without `end`. */
async function insertOrders(database: Database, first: number, end: number): Promise<void> {
  const idOf = database.dialect.name === 'sqlite' ? idOnSqlite : idOnPostgres;
  const numbers = raw(
    `WITH RECURSIVE numbers (n) AS (SELECT ${first} UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${end})`,
  );
  await database.write(sql`
    INSERT INTO orders (id, number, user_id, status, total, placed_total, currency, address, timestamp)
    ${numbers}
    SELECT ${idOf('8001', 'n')}, 'N-' || n, u.id, 'placed', 50000, 50000, 'INR',
           '{"name":"Asha","phone":"+91","line1":"1","city":"B","postalCode":"5"}', 1767225600000 + n
    FROM numbers CROSS JOIN users u`);
  await database.write(sql`
    INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
            ordered_quantity, ordered_price)
    ${numbers}
    SELECT ${idOf('8002', 'n * 10 + p.created_at')}, ${idOf('8001', 'n')}, p.id, p.name, 'kg', 4000, 1250, 5000, 1250, 5000
    FROM numbers CROSS JOIN products p`);
}

function idOnSqlite(group: string, n: string): Sql {
  return raw(`'00000000-0000-7000-${group}-' || printf('%012x', ${n})`);
}

function idOnPostgres(group: string, n: string): Sql {
  return raw(`CAST('00000000-0000-7000-${group}-' || lpad(to_hex(${n}), 12, '0') AS uuid)`);
}
