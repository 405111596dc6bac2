import { DataSource } from 'typeorm';
import { newId } from '../../src/platform/common/id.js';
import { postgresOptions, sqliteOptions } from '../../src/platform/database/connection/data-sources.js';
import { PriceHistory1764000000048 } from '../../src/platform/database/migrations/1764000000048-price-history.js';
import { createEmptyStoreLocation } from '../support/stores/engine.js';

const SECTION = newId();

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
  const later = migrations.length - migrations.findIndex((one) => one instanceof PriceHistory1764000000048);
  for (let i = 0; i < later; i++) await source.undoLastMigration({ transaction: 'each' });
}

async function insertProduct(
  name: string,
  { rate, createdAt, changedAt }: Record<string, number>,
): Promise<void> {
  await source.query(`
    INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_step,
                          published, created_at, changed_at)
    VALUES ('${newId()}', '${SECTION}', '${name}', '${name}', '${name}', '', '', 'kg', ${rate}, 250, FALSE, ${createdAt}, ${changedAt})`);
}

it('begins with the rates of the products that exist, and can be reverted', async () => {
  await revert();
  await source.query(`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES ('${SECTION}', 'a', 'a', 'a', '', 1, 0)`);
  await insertProduct('apple', { rate: 120, createdAt: 1000, changedAt: 2000 });
  await insertProduct('pear', { rate: 90, createdAt: 1000, changedAt: 0 });
  await source.runMigrations({ transaction: 'each' });
  const rows = await source.query<{ name: string; at: number | string; rate: number | string }[]>(`
    SELECT p.name, h.at, h.rate_per_unit AS rate FROM price_history h JOIN products p ON p.id = h.product_id ORDER BY p.name`);
  expect(rows.map(({ name, at, rate }) => [name, Number(at), Number(rate)])).toEqual([
    ['apple', 2000, 120],
    ['pear', 1000, 90],
  ]);
  await revert();
  expect(await source.query('SELECT name FROM products ORDER BY name')).toHaveLength(2);
});
