import { ProductQuery } from '../../src/catalog/catalog.dto.js';
import { productListStatement } from '../../src/catalog/product-list.js';
import { orderFilters, type OrderFilter } from '../../src/orders/admin/order-filters.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { join, sql, type Sql } from '../../src/platform/database/transaction.js';
import { explain, openTestDatabase } from '../support/stores/database.js';

describe('indexes of the main lists', () => {
  let database: Database;
  const user = newId();
  const product = newId();

  beforeAll(async () => {
    database = await openTestDatabase();
    const section = newId();
    await database.transaction(async (tx) => {
      await tx.execute(sql`
        INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
        VALUES ${join(
          Array.from(
            { length: 50 },
            (_, i) =>
              sql`(${i === 0 ? user : newId()}, ${`u${i}`}, ${`u${i}`}, ${`u${i}`}, ${`u${i}`}, 'a', 'none', 'user', 'approved', 'en', 1)`,
          ),
        )}`);
      await tx.execute(sql`
        INSERT INTO sections (id, name, name_key, slug, description, position, created_at) VALUES (${section}, 'a', 'a', 'a', '', 1, 1)`);
      for (let start = 0; start < 4000; start += 200) {
        const numbers = Array.from({ length: 200 }, (_, i) => start + i);
        await tx.execute(sql`
          INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_step, published, created_at)
          VALUES ${join(numbers.map((n) => sql`(${n === 0 ? product : newId()}, ${section}, ${`p${n}`}, ${`p${n}`}, ${`p${n}`}, '', '', 'kg', ${n}, 1000, ${true}, ${n})`))}`);
        await tx.execute(sql`
          INSERT INTO orders (id, number, user_id, status, total, placed_total, currency, address, timestamp)
          VALUES ${join(numbers.map((n) => sql`(${newId()}, ${`n${n}`}, (SELECT id FROM users WHERE username = ${`u${n % 50}`}), 'placed', 1, 1, 'INR', '{}', ${n})`))}`);
        await tx.execute(sql`
          INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
            ordered_quantity, ordered_price)
          VALUES ${join(numbers.map((n) => sql`(${newId()}, (SELECT id FROM orders WHERE number = ${`n${n}`}), (SELECT id FROM products WHERE slug = ${`p${n}`}), 'p', 'kg', 1, 1000, 1, 1000, 1)`))}`);
        await tx.execute(sql`
          INSERT INTO stock_movements (id, product_id, delta, reason, at)
          VALUES ${join(numbers.map((n) => sql`(${newId()}, (SELECT id FROM products WHERE slug = ${`p${n % 150}`}), 1, 'delivery', ${n})`))}`);
      }
      await tx.execute(sql`ANALYZE`);
    });
  });

  const listBy = (sort: ProductQuery['sort']): Sql =>
    productListStatement(database.dialect, Object.assign(new ProductQuery(), { sort, limit: 20 }), undefined);

  it.each<[string, RegExp, () => Sql]>([
    ['products by name', /products_name_idx/, () => listBy('name')],
    ['products by name, descending', /products_name_idx/, () => listBy('-name')],
    ['products by rate', /products_rate_idx/, () => listBy('rate')],
    ['products by age', /products_created_at_idx/, () => listBy('newest')],
    [
      'the orders of a shopper',
      /orders_user_id_idx/,
      () =>
        sql`SELECT * FROM orders o WHERE o.user_id = ${user} ORDER BY o.timestamp DESC, o.id DESC LIMIT 21`,
    ],
    [
      'all orders',
      /orders_timestamp_idx/,
      () => sql`SELECT * FROM orders o ORDER BY o.timestamp DESC, o.id DESC LIMIT 25`,
    ],
    [
      'the revenue of a period',
      // Until the table is vacuumed, PostgreSQL reads it as well.
      /(COVERING INDEX|Index Only Scan using|Index Scan on) orders_timestamp_idx/,
      () =>
        sql`SELECT sum(o.total), count(*), count(o.user_id) FROM orders o
            WHERE o.timestamp >= 100 AND o.timestamp < 200 AND o.status <> 'cancelled'`,
    ],
    [
      'the waste of a period',
      /(COVERING INDEX|Index Only Scan using) stock_movements_waste_idx/,
      () =>
        sql`SELECT m.product_id, m.delta FROM stock_movements m
            WHERE m.reason = 'waste' AND m.at >= 100 AND m.at < 200`,
    ],
    [
      'the ledger of a product',
      /stock_movements_product_id_idx/,
      () =>
        sql`SELECT * FROM stock_movements m WHERE m.product_id = ${product} ORDER BY m.at DESC, m.id DESC LIMIT 25`,
    ],
  ])('serve %s', async (_, index, statement) => {
    const explained = await explain(database, statement());
    expect(explained).toMatch(index);
    // SQLite reports a sort explicitly; PostgreSQL may sort a few rows.
    expect(explained).not.toMatch(/TEMP B-TREE|Seq Scan on (products|orders|stock_movements)/);
  });

  it.each<[string, RegExp, OrderFilter]>([
    ['with products in a section', /order_items_product_id_idx/, { section: newId() }],
    ['of a customer', /orders_user_id_idx/, { customer: user }],
    ['by a number prefix', /orders_number_key|SEARCH n USING INDEX/, { q: '7K3M' }],
    ['by a customer name', /orders_user_id_idx/, { q: 'asha' }],
    ['by a product name', /order_items_product_id_idx/, { q: 'tomatoes' }],
  ])('serve orders %s to staff', async (_, index, filter) => {
    const conditions = join(orderFilters(filter), ' AND ');
    expect(await explain(database, sql`SELECT o.id FROM orders o WHERE ${conditions}`)).toMatch(index);
  });
});
