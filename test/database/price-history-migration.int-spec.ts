import { newId } from '../../src/platform/common/id.js';
import { PriceHistory1764000000048 } from '../../src/platform/database/migrations/1764000000048-price-history.js';
import { MigratedSource } from '../support/stores/migrated-source.js';

const SECTION = newId();

let store: MigratedSource;
beforeAll(async () => {
  store = await MigratedSource.open();
});
afterAll(() => store.close());

async function insertProduct(
  name: string,
  { rate, createdAt, changedAt }: Record<string, number>,
): Promise<void> {
  await store.query(`
    INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_step,
                          published, created_at, changed_at)
    VALUES ('${newId()}', '${SECTION}', '${name}', '${name}', '${name}', '', '', 'kg', ${rate}, 250, FALSE, ${createdAt}, ${changedAt})`);
}

it('begins with the rates of the products that exist, and can be reverted', async () => {
  await store.back(PriceHistory1764000000048);
  await store.query(`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES ('${SECTION}', 'a', 'a', 'a', '', 1, 0)`);
  await insertProduct('apple', { rate: 120, createdAt: 1000, changedAt: 2000 });
  await insertProduct('pear', { rate: 90, createdAt: 1000, changedAt: 0 });
  await store.forward();
  const rows = await store.query<{ name: string; at: number | string; rate: number | string }>(`
    SELECT p.name, h.at, h.rate_per_unit AS rate FROM price_history h JOIN products p ON p.id = h.product_id ORDER BY p.name`);
  expect(rows.map(({ name, at, rate }) => [name, Number(at), Number(rate)])).toEqual([
    ['apple', 2000, 120],
    ['pear', 1000, 90],
  ]);
  await store.back(PriceHistory1764000000048);
  expect(await store.query('SELECT name FROM products ORDER BY name')).toHaveLength(2);
});
