import { DAY_MS } from '../../dist/platform/common/durations.js';
import { newId } from '../../dist/platform/common/id.js';
import { join, sql } from '../../dist/platform/database/transaction.js';

const INSERT_BATCH_SIZE = 500;
const SECTIONS = 20;
const UNITS = ['kg', 'piece', 'l', 'pack'];
const STATUSES = ['delivered', 'delivered', 'delivered', 'delivered', 'packed', 'placed', 'cancelled'];
const ADDRESS =
  '{"name":"A","phone":"+91 98450 12345","line1":"14, 3rd Cross","city":"Bengaluru","postalCode":"560004"}';

/**
 * Fills an empty database with random data through SQL, oldest rows first. The rows are as the store would have left
 * them, except that the books do not balance, which this benchmark does not need.
 *
 * @param {import('../../dist/platform/database/database.js').Database} database
 * @param {{ orders: number, days: number, until: number, shoppers: number, products: number }} size
 *   `until` is the instant before which all of it happened
 * @param {import('../../dist/demo/seeded-random.js').Dice} dice
 * @returns {Promise<{ orders: number, lines: number, activeDays: number }>} row counts
 */
export async function insertStoreData(database, size, dice) {
  const products = await fillCatalog(database, size, dice);
  const shoppers = await fillAccounts(database, size);
  const rows = { orders: [], lines: [], movements: [], activeDays: new Map() };
  for (let i = 0; i < size.orders; i++) {
    const at = size.until - size.days * DAY_MS + Math.floor((i / size.orders) * size.days * DAY_MS);
    order(rows, dice, at, pickSkewed(shoppers, dice), products);
    if (i % 50 === 0)
      rows.movements.push(sql`(${newId()}, ${dice.pick(products).id}, -1000, 'waste', ${null}, ${at})`);
  }
  await insert(
    database,
    'orders (id, number, user_id, status, total, placed_total, currency, address, timestamp)',
    rows.orders,
  );
  await insert(
    database,
    `order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price, ordered_quantity,
                  ordered_price)`,
    rows.lines,
  );
  await insert(database, 'stock_movements (id, product_id, delta, reason, order_id, at)', rows.movements);
  await insert(database, 'activity_days (user_id, day)', [...rows.activeDays.values()]);
  return { orders: rows.orders.length, lines: rows.lines.length, activeDays: rows.activeDays.size };
}

/** Inserts sections and products. Some are sold out, and every third has a best-before day. */
async function fillCatalog(database, { products: count, until }, dice) {
  const sections = Array.from({ length: SECTIONS }, newId);
  await insert(
    database,
    'sections (id, name, name_key, slug, description, position, created_at)',
    sections.map((id, i) => sql`(${id}, ${`Section ${i}`}, ${`section ${i}`}, ${id}, '', ${i}, 0)`),
  );
  const products = Array.from({ length: count }, (_, i) => ({
    id: newId(),
    name: `product ${String(i).padStart(6, '0')}`,
    section: sections[i % SECTIONS],
    unit: UNITS[i % UNITS.length],
    rate: dice.between(500, 60_000),
    stock: i % 30 === 0 ? 0 : dice.between(1, 200) * 1000,
    bestBefore: i % 3 === 0 ? dayOf(until + dice.between(-5, 90) * DAY_MS) : null,
  }));
  await insert(
    database,
    `products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_available,
               quantity_step, low_stock_threshold, best_before, published, created_at)`,
    products.map(
      (
        product,
      ) => sql`(${product.id}, ${product.section}, ${product.name}, ${product.name}, ${product.id}, '', '', ${product.unit}, ${product.rate},
        ${product.stock}, 1000, 20000, ${product.bestBefore}, ${true}, 0)`,
    ),
  );
  return products;
}

/** Inserts shoppers who registered one after the other. */
async function fillAccounts(database, { shoppers: count, days, until }) {
  const shoppers = Array.from({ length: count }, newId);
  const since = (i) => until - Math.floor(days * (1 - i / count)) * DAY_MS;
  await insert(
    database,
    `users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)`,
    shoppers.map(
      (
        id,
        i,
      ) => sql`(${id}, ${`u${i}`}, ${`u${i}`}, ${`u${i}@example.com`}, ${`u${i}@example.com`}, ${`User ${i}`},
        '-', 'user', 'approved', 'en-IN', ${since(i)})`,
    ),
  );
  return shoppers;
}

/** Adds an order, its lines, their stock movements, and the two days on which its shopper was active. */
function order({ orders, lines, movements, activeDays }, dice, at, shopper, products) {
  const id = newId();
  const chosen = new Set(Array.from({ length: 5 }, () => pickSkewed(products, dice)));
  let total = 0;
  for (const { id: productId, name, unit, rate } of chosen) {
    const units = dice.between(1, 6);
    const [quantity, price] = [units * 1000, rate * units];
    total += price;
    lines.push(
      sql`(${newId()}, ${id}, ${productId}, ${name}, ${unit}, ${rate}, ${quantity}, ${price}, ${quantity}, ${price})`,
    );
    movements.push(sql`(${newId()}, ${productId}, ${-quantity}, 'order', ${id}, ${at})`);
  }
  orders.push(
    sql`(${id}, ${id}, ${shopper}, ${dice.pick(STATUSES)}, ${total}, ${total}, 'INR', ${ADDRESS}, ${at})`,
  );
  for (const day of [dayOf(at), dayOf(at + dice.between(1, 9) * DAY_MS)]) {
    activeDays.set(`${shopper} ${day}`, sql`(${shopper}, ${day})`);
  }
}

/** Picks an entry at random: some often, others seldom, the last few never. */
function pickSkewed(list, dice) {
  return list[Math.floor(dice.next() ** 2 * list.length * 0.97)];
}

const dayOf = (instant) => new Date(instant).toISOString().slice(0, 10);

async function insert(database, into, rows) {
  await database.transaction(async (tx) => {
    for (let start = 0; start < rows.length; start += INSERT_BATCH_SIZE) {
      const statement = join(
        rows.slice(start, start + INSERT_BATCH_SIZE),
        ', ',
        `INSERT INTO ${into} VALUES `,
      );
      await tx.execute(statement);
    }
  });
}
