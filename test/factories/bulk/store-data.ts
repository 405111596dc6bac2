import { DAY_MS } from '../../../src/platform/common/durations.js';
import { newId } from '../../../src/platform/common/id.js';
import type { Database } from '../../../src/platform/database/database.js';
import { join, sql, type Sql } from '../../../src/platform/database/transaction.js';
import { seededRandom } from '../../support/attacks/random.js';

export interface GeneratedSection {
  readonly id: string;
  readonly name: string;
}

export interface GeneratedProduct {
  readonly id: string;
  /** Null for a deleted product whose section was deleted later. */
  readonly section: GeneratedSection | null;
  readonly name: string;
  readonly unitType: string;
  readonly rate: number;
  /** In thousandths, as all quantities here. */
  readonly available: number;
  readonly threshold: number;
  readonly bestBefore: string | null;
  readonly published: boolean;
  readonly createdAt: number;
}

export interface GeneratedUser {
  readonly id: string;
  readonly username: string;
  readonly role: 'user' | 'store_manager';
  readonly status: 'approved' | 'suspended';
  readonly createdAt: number;
}

export interface GeneratedLine {
  readonly product: GeneratedProduct;
  /** Unit on the day of the sale. */
  readonly unitType: string;
  readonly quantity: number;
  readonly price: number;
}

export interface GeneratedOrder {
  readonly id: string;
  readonly user: GeneratedUser;
  readonly status: string;
  readonly timestamp: number;
  readonly lines: readonly GeneratedLine[];
  /** For the delivery; 0 for none. */
  readonly charge: number;
  readonly discount: number;
  readonly total: number;
}

export interface GeneratedMovement {
  readonly product: GeneratedProduct;
  readonly reason: 'waste' | 'delivery' | 'correction';
  readonly delta: number;
  readonly at: number;
}

/** All generated data of a store. */
export interface StoreData {
  readonly sections: readonly GeneratedSection[];
  readonly products: readonly GeneratedProduct[];
  readonly users: readonly GeneratedUser[];
  readonly orders: readonly GeneratedOrder[];
  readonly movements: readonly GeneratedMovement[];
  readonly activity: readonly { readonly user: GeneratedUser; readonly day: string }[];
}

export interface StoreDataOptions {
  readonly seed: number;
  /** Period in which everything happens. */
  readonly from: number;
  readonly until: number;
  readonly ordersPerDay: number;
  /** Instants of additional orders. */
  readonly instants: readonly number[];
}

const STATUSES = ['placed', 'packed', 'out_for_delivery', 'delivered', 'delivered', 'cancelled'];
const UNITS = ['kg', 'piece', 'l', 'pack'];
/** Only a few rates, so that some products have the same revenue and the sort order needs a tie-breaker. */
const RATES = [1000, 2500, 4999];

/** Generates some weeks of random data. The same seed gives the same data, except for the IDs. */
export function generateStoreData(options: StoreDataOptions): StoreData {
  const random = seededRandom(options.seed);
  const between = (min: number, max: number): number => min + Math.floor(random() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const randomInstant = (): number => between(options.from, options.until - 1);

  const sections = Array.from({ length: 6 }, (_, i) => ({ id: newId(), name: `Section ${i}` }));
  const products = Array.from({ length: 40 }, (_, i): GeneratedProduct => ({
    id: newId(),
    section: i === 39 ? null : sections[i % 5]!,
    name: `Product ${between(100, 999)}-${i}`,
    unitType: UNITS[i % UNITS.length]!,
    rate: pick(RATES),
    available: i % 9 === 0 ? 0 : between(1, 400) * 250,
    threshold: i % 3 === 0 ? 50_000 : 0,
    bestBefore:
      i % 4 === 0 ? new Date(options.until + between(-10, 20) * DAY_MS).toISOString().slice(0, 10) : null,
    published: i < 36,
    createdAt: options.from - DAY_MS + i,
  }));
  const users = Array.from({ length: 40 }, (_, i): GeneratedUser => ({
    id: newId(),
    username: `user-${i}`,
    role: i === 0 ? 'store_manager' : 'user',
    status: i === 1 ? 'suspended' : 'approved',
    createdAt: i < 20 ? options.from - between(0, 90) * DAY_MS : randomInstant(),
  }));

  const orderAt = (timestamp: number): GeneratedOrder => {
    const user = pick(users.slice(0, 34));
    const status = pick(STATUSES);
    // The last few products are never sold, and the one before them only in cancelled orders.
    const sellable = products.filter((_, i) => i === 39 || (i < 34 && (i !== 33 || status === 'cancelled')));
    const lines = Array.from(new Set(Array.from({ length: between(1, 5) }, () => pick(sellable)))).map(
      (product): GeneratedLine => {
        const quantity = between(1, 12) * 250;
        // Product 7 had another unit earlier.
        const unitType =
          product === products[7] && timestamp < options.until - 14 * DAY_MS ? 'g' : product.unitType;
        return { product, unitType, quantity, price: Math.floor((product.rate * quantity + 500) / 1000) };
      },
    );
    const charge = pick([0, 0, 3000, 4999]);
    const goods = lines.reduce((sum, line) => sum + line.price, 0);
    const discount = Math.min(goods, pick([0, 0, 0, 250, 1999]));
    const total = goods + charge - discount;
    return { id: newId(), user, status, timestamp, lines, charge, discount, total };
  };
  const count = Math.round(((options.until - options.from) / DAY_MS) * options.ordersPerDay);
  const orders = [...Array.from({ length: count }, randomInstant), ...options.instants].map(orderAt);
  const movements = Array.from({ length: 150 }, (): GeneratedMovement => {
    const reason = pick(['waste', 'waste', 'delivery', 'correction'] as const);
    return {
      product: pick(products),
      reason,
      delta: (reason === 'delivery' ? 1 : -1) * between(1, 20) * 250,
      at: randomInstant(),
    };
  });
  const days = new Set(
    Array.from(
      { length: 400 },
      () => `${between(0, 36)} ${new Date(randomInstant()).toISOString().slice(0, 10)}`,
    ),
  );
  const activity = [...days].map((entry) => {
    const [index = '0', day = ''] = entry.split(' ');
    return { user: users[Number(index)]!, day };
  });
  return { sections, products, users, orders, movements, activity };
}

/** Returns what the orders that have not left the store are promised of a product, in thousandths. */
export function promisedOf({ orders }: StoreData, product: GeneratedProduct): number {
  return orders
    .filter(({ status }) => status === 'placed' || status === 'packed')
    .flatMap(({ lines }) => lines.filter((line) => line.product === product))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Inserts the generated data with SQL. */
export async function insertStoreData(database: Database, storeData: StoreData): Promise<void> {
  await insert(database, sql`sections (id, name, name_key, slug, description, position, created_at)`, [
    ...storeData.sections.map(
      ({ id, name }, i) => sql`(${id}, ${name}, ${name.toLowerCase()}, ${id}, '', ${i}, 0)`,
    ),
  ]);
  await insert(
    database,
    sql`users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)`,
    storeData.users.map(
      ({ id, username, role, status, createdAt }) =>
        sql`(${id}, ${username}, ${username}, ${username}, ${username}, ${username.toUpperCase()}, '-', ${role}, ${status}, 'en', ${createdAt})`,
    ),
  );
  await insert(
    database,
    sql`products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_available,
                  quantity_promised, quantity_step, low_stock_threshold, best_before, published, created_at, deleted_at)`,
    storeData.products.map(
      (
        product,
      ) => sql`(${product.id}, ${product.section?.id ?? null}, ${product.name}, ${product.name.toLowerCase()}, ${product.id}, '', '',
        ${product.unitType}, ${product.rate}, ${product.available}, ${promisedOf(storeData, product)}, 250, ${product.threshold}, ${product.bestBefore}, ${product.published},
        ${product.createdAt}, ${product.section === null ? 1 : null})`,
    ),
  );
  await insert(
    database,
    sql`orders (id, number, user_id, status, total, placed_total, currency, address, timestamp)`,
    storeData.orders.map(
      ({ id, user, status, total, discount, timestamp }) =>
        sql`(${id}, ${id}, ${user.id}, ${status}, ${total}, ${total + discount}, 'INR', '{}', ${timestamp})`,
    ),
  );
  await insert(
    database,
    sql`order_charges (id, order_id, kind, amount)`,
    storeData.orders
      .filter(({ charge }) => charge > 0)
      .map(({ id, charge }) => sql`(${newId()}, ${id}, 'delivery', ${charge})`),
  );
  await insert(
    database,
    sql`order_discounts (id, order_id, reason, label, amount)`,
    storeData.orders
      .filter(({ discount }) => discount > 0)
      .map(({ id, discount }) => sql`(${newId()}, ${id}, 'staff', 'Sorry for the delay', ${discount})`),
  );
  await insert(
    database,
    sql`order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
      ordered_quantity, ordered_price)`,
    storeData.orders.flatMap(({ id, lines }) =>
      lines.map(
        ({ product, unitType, quantity, price }) =>
          sql`(${newId()}, ${id}, ${product.id}, ${product.name}, ${unitType}, ${product.rate}, ${quantity}, ${price}, ${quantity}, ${price})`,
      ),
    ),
  );
  await insert(
    database,
    sql`stock_movements (id, product_id, delta, reason, at)`,
    storeData.movements.map(
      ({ product, delta, reason, at }) => sql`(${newId()}, ${product.id}, ${delta}, ${reason}, ${at})`,
    ),
  );
  await insert(
    database,
    sql`activity_days (user_id, day)`,
    storeData.activity.map(({ user, day }) => sql`(${user.id}, ${day})`),
  );
}

async function insert(database: Database, into: Sql, rows: readonly Sql[]): Promise<void> {
  await database.transaction(async (tx) => {
    for (let start = 0; start < rows.length; start += 500) {
      await tx.execute(sql`INSERT INTO ${into} VALUES ${join(rows.slice(start, start + 500))}`);
    }
  });
}
