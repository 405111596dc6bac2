import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { hasGoodsInStore } from '../../src/rules/order-status/order-status-sql.js';

let rowCount = 0;

export interface UserRow {
  readonly username?: string;
  readonly displayName?: string;
  readonly email?: string;
  /** 0 by default; null if the address is unconfirmed. */
  readonly emailConfirmedAt?: number | null;
  readonly role?: 'user' | 'store_manager' | 'admin';
  readonly status?: 'pending' | 'approved' | 'suspended';
  readonly locale?: string;
  /** '-' by default, which no password matches. */
  readonly passwordHash?: string;
  readonly createdAt?: number;
}

/** Inserts a user, for tests without a server. Returns the ID. */
export async function insertUser(database: Database, user: UserRow = {}): Promise<string> {
  rowCount += 1;
  const id = newId();
  const username = user.username ?? `user-${rowCount}`;
  const email = user.email ?? `${username}@example.com`;
  await database.write(sql`
    INSERT INTO users (id, username, username_key, email, email_key, email_confirmed_at, display_name, password_hash, role,
                       status, locale, created_at)
    VALUES (${id}, ${username}, ${username}, ${email}, ${email}, ${user.emailConfirmedAt === undefined ? 0 : user.emailConfirmedAt},
            ${user.displayName ?? username}, ${user.passwordHash ?? '-'}, ${user.role ?? 'user'}, ${user.status ?? 'approved'}, ${user.locale ?? 'en-IN'}, ${user.createdAt ?? 0})`);
  return id;
}

export interface ProductRow {
  readonly name?: string;
  readonly available?: number;
  readonly threshold?: number;
}

/** Inserts a product sold by the kg, in its own section. Returns the ID. Quantities are in thousandths. */
export async function insertProduct(database: Database, product: ProductRow = {}): Promise<string> {
  const [id, sectionId] = [newId(), newId()];
  const name = product.name ?? id;
  await database.write(sql`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES (${sectionId}, ${sectionId}, ${sectionId}, ${sectionId}, '', 1, 0)`);
  await database.write(sql`
    INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
                          quantity_available, quantity_step, low_stock_threshold, published, created_at)
    VALUES (${id}, ${sectionId}, ${name}, ${name.toLowerCase()}, ${id}, '', '', 'kg', 5000, ${product.available ?? 10_000}, 250,
            ${product.threshold ?? 0}, ${true}, 0)`);
  return id;
}

export interface OrderRow {
  /** JSON of the names by language. */
  readonly productNames?: string;
  readonly productName?: string;
  readonly addressName?: string;
  readonly timestamp?: number;
  readonly status?: string;
  /** Number in another system, of an imported order. */
  readonly reference?: string;
}

/**
 * Inserts an order of 1.25 kg of a product at 50.00 each, and promises it while the goods are in the store. Returns the ID. The
 * quantity available and the ledger stay as they are.
 */
export async function insertOrder(
  database: Database,
  { userId, productId, ...order }: { readonly userId: string; readonly productId: string } & OrderRow,
): Promise<string> {
  rowCount += 1;
  const id = newId();
  const address = JSON.stringify({
    name: order.addressName ?? 'Asha Rao',
    phone: '+91 98450 12345',
    line1: '14, Temple Street',
    city: 'Bengaluru',
    postalCode: '560004',
  });
  await database.write(sql`
    INSERT INTO orders (id, number, reference, user_id, status, total, placed_total, currency, address, timestamp)
    VALUES (${id}, ${`7K3M-92QX-${rowCount}`}, ${order.reference ?? null}, ${userId}, ${order.status ?? 'placed'}, 6250, 6250, 'INR', ${address}, ${order.timestamp ?? 0})`);
  await database.write(sql`
    INSERT INTO order_items (id, order_id, product_id, product_name, product_names, unit_type, rate_per_unit, quantity, price,
            ordered_quantity, ordered_price)
    VALUES (${newId()}, ${id}, ${productId}, ${order.productName ?? 'Tomatoes'}, ${order.productNames ?? '{}'}, 'kg', 5000, 1250, 6250, 1250, 6250)`);
  await database.write(sql`
    UPDATE products SET quantity_promised = quantity_promised + 1250
    WHERE id = ${productId} AND EXISTS (SELECT 1 FROM orders o WHERE o.id = ${id} AND ${hasGoodsInStore('o.status')})`);
  return id;
}

/**
 * Inserts a user with an order of the product at each of these times. Returns the ID. The orders are delivered by
 * default.
 */
export async function insertBuyer(
  database: Database,
  productId: string,
  times: readonly string[],
  { orders = 'delivered', ...user }: UserRow & { readonly orders?: string } = {},
): Promise<string> {
  const userId = await insertUser(database, user);
  for (const time of times) {
    await insertOrder(database, { userId, productId, timestamp: Date.parse(time), status: orders });
  }
  return userId;
}
