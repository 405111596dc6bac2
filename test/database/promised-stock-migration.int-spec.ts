import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app/entities.js';
import { newId } from '../../src/platform/common/id.js';
import { PromisedStock1764000000013 } from '../../src/platform/database/migrations/1764000000013-promised-stock.js';
import { postgresOptions, sqliteOptions } from '../../src/platform/database/connection/data-sources.js';
import { createEmptyStoreLocation } from '../support/stores/engine.js';

let source: DataSource;
beforeAll(async () => {
  const { dataDir, databaseUrl } = await createEmptyStoreLocation();
  const options =
    databaseUrl === undefined ? sqliteOptions(dataDir, ENTITIES) : postgresOptions(databaseUrl, ENTITIES);
  source = await new DataSource(options).initialize();
  await source.runMigrations({ transaction: 'each' });
});
afterAll(() => source.destroy());

/** Reverts the migrations down to this one. */
async function revert(): Promise<void> {
  const { migrations } = source;
  const later = migrations.length - migrations.findIndex((one) => one instanceof PromisedStock1764000000013);
  for (let i = 0; i < later; i++) await source.undoLastMigration({ transaction: 'each' });
}

/** Inserts an order of each status for 1, 2, 4, 8 and 16 units of a product. The SQL has literals alone. */
async function insertOrders(productId: string): Promise<void> {
  const [userId, sectionId] = [newId(), newId()];
  await source.query(`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES ('${userId}', 'a', 'a', 'a', 'a', 'a', '-', 'user', 'approved', 'en', 0)`);
  await source.query(`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES ('${sectionId}', 'a', 'a', 'a', '', 1, 0)`);
  await source.query(`
    INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_available,
                          quantity_step, published, created_at)
    VALUES ('${productId}', '${sectionId}', 'a', 'a', 'a', '', '', 'kg', 1, 500, 250, TRUE, 0)`);
  const statuses = ['placed', 'packed', 'out_for_delivery', 'delivered', 'cancelled'];
  for (const [i, status] of statuses.entries()) {
    const orderId = newId();
    await source.query(`
      INSERT INTO orders (id, number, user_id, status, total, currency, address, timestamp)
      VALUES ('${orderId}', '${status}', '${userId}', '${status}', 1, 'INR', '{}', 1)`);
    await source.query(`
      INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price)
      VALUES ('${newId()}', '${orderId}', '${productId}', 'a', 'kg', 1, ${2 ** i * 1000}, 1)`);
  }
}

it('counts what is promised to the orders of before, and keeps them when it is reverted', async () => {
  const productId = newId();
  await revert();
  await insertOrders(productId);
  const promised = async (): Promise<number> => {
    const rows: { promised: number | string }[] = await source.query(
      `SELECT quantity_promised AS promised FROM products WHERE id = '${productId}'`,
    );
    return Number(rows[0]?.promised);
  };
  await source.runMigrations({ transaction: 'each' });
  expect(await promised()).toBe(3000);
  await revert();
  await expect(promised()).rejects.toThrow();
  await source.runMigrations({ transaction: 'each' });
  expect(await promised()).toBe(3000);
});
