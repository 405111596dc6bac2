import { DataSource } from 'typeorm';
import { newId } from '../../src/platform/common/id.js';
import { postgresOptions, sqliteOptions } from '../../src/platform/database/connection/data-sources.js';
import { SettingsAndCharges1764000000050 } from '../../src/platform/database/migrations/1764000000050-settings-and-charges.js';
import { createEmptyStoreLocation } from '../support/stores/engine.js';

const [USER, CHARGED, PLAIN] = [newId(), newId(), newId()];

let source: DataSource;
beforeAll(async () => {
  const { dataDir, databaseUrl } = await createEmptyStoreLocation();
  const options = databaseUrl === undefined ? sqliteOptions(dataDir, []) : postgresOptions(databaseUrl, []);
  source = await new DataSource(options).initialize();
  await source.runMigrations({ transaction: 'each' });
});
afterAll(() => source.destroy());

/** Reverts the migrations down to this one. */
async function revert(): Promise<void> {
  const { migrations } = source;
  const later =
    migrations.length - migrations.findIndex((one) => one instanceof SettingsAndCharges1764000000050);
  for (let i = 0; i < later; i++) await source.undoLastMigration({ transaction: 'each' });
}

async function insertOrder(id: string, total: number): Promise<void> {
  await source.query(`
    INSERT INTO orders (id, number, user_id, status, total, currency, address, timestamp)
    VALUES ('${id}', '${id}', '${USER}', 'placed', ${total}, 'INR', '{}', 0)`);
}

async function totals(): Promise<number[]> {
  const rows = await source.query<{ total: number | string }[]>('SELECT total FROM orders ORDER BY total');
  return rows.map(({ total }) => Number(total));
}

it('takes the charges off the totals when it is reverted, so that the books of the earlier release balance', async () => {
  await source.query(`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES ('${USER}', 'a', 'a', 'a', 'a', 'A', '-', 'user', 'approved', 'en', 0)`);
  await insertOrder(PLAIN, 5_000);
  await insertOrder(CHARGED, 13_500);
  for (const [kind, amount] of [
    ['delivery', 3_000],
    ['packing', 500],
  ])
    await source.query(
      `INSERT INTO order_charges (id, order_id, kind, amount) VALUES ('${newId()}', '${CHARGED}', '${kind}', ${amount})`,
    );
  await revert();
  expect(await totals()).toEqual([5_000, 10_000]);
  await source.runMigrations({ transaction: 'each' });
  expect(await totals()).toEqual([5_000, 10_000]);
  expect(await source.query('SELECT id FROM order_charges')).toEqual([]);
});
