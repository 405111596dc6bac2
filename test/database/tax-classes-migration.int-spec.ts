import { newId } from '../../src/platform/common/id.js';
import { TaxClasses1764000000051 } from '../../src/platform/database/migrations/1764000000051-tax-classes.js';
import { MigratedSource } from '../support/stores/migrated-source.js';

const [USER, SECTION, PRODUCT, ORDER, ITEM] = [newId(), newId(), newId(), newId(), newId()];

let store: MigratedSource;
beforeAll(async () => {
  store = await MigratedSource.open();
});
afterAll(() => store.close());

async function insertStore(): Promise<void> {
  await store.insertShopper(USER);
  await store.query(`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES ('${SECTION}', 'Fruits', 'fruits', 'fruits', '', 1, 0)`);
  await store.query(`
    INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_step, published, created_at)
    VALUES ('${PRODUCT}', '${SECTION}', 'Atta', 'atta', 'atta', '', '', 'pack', 4800, 1000, true, 0)`);
  await store.insertOrder({ id: ORDER, userId: USER });
  await store.query(`
    INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price)
    VALUES ('${ITEM}', '${ORDER}', '${PRODUCT}', 'Atta', 'pack', 4800, 1000, 4800)`);
}

it('goes forward and back with products and orders in the store', async () => {
  await store.back(TaxClasses1764000000051);
  await insertStore();
  await store.forward();
  const before = await store.query<object>(
    `SELECT tax_class_id, hsn, mrp FROM order_items WHERE id = '${ITEM}'`,
  );
  expect(before).toEqual([{ tax_class_id: null, hsn: null, mrp: null }]);

  const taxClass = newId();
  await store.query(
    `INSERT INTO tax_classes (id, code, name, exempt, created_at) VALUES ('${taxClass}', 'gst-5', 'Staples', false, 0)`,
  );
  await store.query(
    `INSERT INTO tax_rates (tax_class_id, valid_from, rate) VALUES ('${taxClass}', '2025-09-22', 5000)`,
  );
  await store.query(`UPDATE products SET tax_class_id = '${taxClass}', hsn = '1101'`);
  await store.back(TaxClasses1764000000051);
  const rows = await store.query<{ price: number | string }>('SELECT price FROM order_items');
  expect(rows.map(({ price }) => Number(price))).toEqual([4800]);
  await store.forward();
  expect(await store.query('SELECT tax_class_id, hsn FROM products')).toEqual([
    { tax_class_id: null, hsn: null },
  ]);
  expect(await store.query('SELECT id FROM tax_classes')).toEqual([]);
});

it.each([-1, 100_001])('refuses a rate of %d thousandths of a percent', async (rate) => {
  const taxClass = newId();
  await store.query(
    `INSERT INTO tax_classes (id, code, name, exempt, created_at) VALUES ('${taxClass}', 'r${rate}', 'R', false, 0)`,
  );
  const insert = store.query(
    `INSERT INTO tax_rates (tax_class_id, valid_from, rate) VALUES ('${taxClass}', '2025-09-22', ${rate})`,
  );
  await expect(insert).rejects.toThrow(/tax_rates_rate_check/);
});
