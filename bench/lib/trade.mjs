import { newId } from '../../dist/common/id.js';
import { join, sql } from '../../dist/database/transaction.js';

const DAY = 86_400_000;
const ROWS_AT_ONCE = 500;
const UNITS = ['kg', 'piece', 'l', 'pack'];
const STATUSES = ['delivered', 'delivered', 'delivered', 'delivered', 'packed', 'placed', 'cancelled'];

/**
 * Fills an empty store with random trade, by SQL: what comes about is as the store itself would have left it, but for
 * the books, which nobody asks here.
 *
 * @param {import('../../dist/database/database.js').Database} database
 * @param {{ orders: number, linesEach: number, days: number, until: number, shoppers: number, products: number }} size
 *   `until` is the instant before which all of it happened
 * @param {() => number} random from 0 to below 1
 */
export async function fillWithTrade(database, size, random) {
  const between = (least, most) => least + Math.floor(random() * (most - least + 1));
  const began = size.until - size.days * DAY;
  const sections = Array.from({ length: 20 }, newId);
  const shoppers = Array.from({ length: size.shoppers }, newId);
  const products = Array.from({ length: size.products }, (_, i) => ({
    id: newId(),
    name: `product ${String(i).padStart(6, '0')}`,
    section: sections[i % sections.length],
    unit: UNITS[i % UNITS.length],
    rate: between(500, 60_000),
  }));

  await insert(
    database,
    sql`sections (id, name, name_key, slug, description, position, created_at)`,
    sections.map((id, i) => sql`(${id}, ${`Section ${i}`}, ${`section ${i}`}, ${id}, '', ${i}, ${began})`),
  );
  await insert(
    database,
    sql`users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)`,
    shoppers.map(
      (
        id,
        i,
      ) => sql`(${id}, ${`u${i}`}, ${`u${i}`}, ${`u${i}@example.com`}, ${`u${i}@example.com`}, ${`User ${i}`},
        '-', 'user', 'approved', 'en-IN', ${began + Math.floor(((size.days * i) / size.shoppers) * 0.9) * DAY})`,
    ),
  );
  await insert(
    database,
    sql`products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
                  quantity_available, quantity_step, low_stock_threshold, best_before, published, created_at)`,
    products.map(
      (
        one,
        i,
      ) => sql`(${one.id}, ${one.section}, ${one.name}, ${one.name}, ${one.id}, '', '', ${one.unit}, ${one.rate},
        ${i % 30 === 0 ? 0 : between(1, 200) * 1000}, 1000, 20000,
        ${i % 3 === 0 ? new Date(size.until + between(-5, 90) * DAY).toISOString().slice(0, 10) : null}, ${true}, ${began})`,
    ),
  );

  const orders = [];
  const lines = [];
  const movements = [];
  const active = new Map();
  const sold = products.slice(0, Math.floor(products.length * 0.97));
  for (let i = 0; i < size.orders; i++) {
    const at = began + Math.floor((i / size.orders) * size.days * DAY) + between(0, 60_000);
    const shopper = shoppers[Math.floor(random() ** 2 * shoppers.length)];
    const order = newId();
    let total = 0;
    const chosen = new Set(
      Array.from({ length: size.linesEach }, () => sold[Math.floor(random() ** 2 * sold.length)]),
    );
    for (const product of chosen) {
      const quantity = between(1, 6);
      total += product.rate * quantity;
      lines.push(sql`(${newId()}, ${order}, ${product.id}, ${product.name}, ${product.unit}, ${product.rate},
        ${quantity * 1000}, ${product.rate * quantity})`);
      movements.push(sql`(${newId()}, ${product.id}, ${-quantity * 1000}, 'order', ${order}, ${at})`);
    }
    if (i % 50 === 0)
      movements.push(sql`(${newId()}, ${sold[i % sold.length].id}, ${-1000}, 'waste', ${null}, ${at})`);
    orders.push(
      sql`(${order}, ${order}, ${shopper}, ${STATUSES[between(0, 6)]}, ${total}, 'INR', '{"line1":"14, 3rd Cross"}', ${at})`,
    );
    for (const visit of [at, at + between(1, 9) * DAY]) {
      const day = new Date(visit).toISOString().slice(0, 10);
      active.set(`${shopper} ${day}`, sql`(${shopper}, ${day})`);
    }
  }
  await insert(
    database,
    sql`orders (id, number, user_id, status, total, currency, address, timestamp)`,
    orders,
  );
  await insert(
    database,
    sql`order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price)`,
    lines,
  );
  await insert(database, sql`stock_movements (id, product_id, delta, reason, order_id, at)`, movements);
  await insert(database, sql`activity_days (user_id, day)`, [...active.values()]);
  await database.write(sql`ANALYZE`);
  return { orders: orders.length, lines: lines.length, activeDays: active.size };
}

async function insert(database, into, rows) {
  await database.transaction(async (tx) => {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await tx.execute(sql`INSERT INTO ${into} VALUES ${join(rows.slice(start, start + ROWS_AT_ONCE))}`);
    }
  });
}
