import { newId } from '../../src/platform/common/id.js';
import { OrderDiscounts1764000000054 } from '../../src/platform/database/migrations/1764000000054-order-discounts.js';
import { MigratedSource } from '../support/stores/migrated-source.js';

const [USER, SECTION, PRODUCT, ORDER, ITEM] = [newId(), newId(), newId(), newId(), newId()];

let store: MigratedSource;
beforeAll(async () => {
  store = await MigratedSource.open();
});
afterAll(() => store.close());

async function insertSale(): Promise<void> {
  await store.insertShopper(USER);
  await store.query(`
    INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES ('${SECTION}', 'a', 'a', 'a', '', 1, 0)`);
  await store.query(`
    INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
      quantity_available, quantity_step, published, created_at)
    VALUES ('${PRODUCT}', '${SECTION}', 'a', 'a', 'a', '', '', 'kg', 4800, 1000, 250, TRUE, 0)`);
  await store.insertOrder({ id: ORDER, userId: USER, total: 7_200 });
  await store.query(`
    INSERT INTO order_items (id, order_id, product_id, product_name, product_names, unit_type, rate_per_unit, quantity, price, hsn, mrp)
    VALUES ('${ITEM}', '${ORDER}', '${PRODUCT}', 'Atta', '{"hi":"आटा"}', 'kg', 4800, 1500, 7200, '1101', 5000)`);
  await store.query(`
    INSERT INTO pick_ticks (item_id, order_id, by_id, at) VALUES ('${ITEM}', '${ORDER}', '${USER}', 17)`);
}

/** Both engines write integers: PostgreSQL as texts. */
async function items(columns: string): Promise<string[]> {
  const rows = await store.query<object>(`SELECT ${columns} FROM order_items`);
  return rows.flatMap((row) => Object.values(row).map(String));
}

async function totals(columns: string): Promise<number[]> {
  const rows = await store.query<object>(`SELECT ${columns} FROM orders`);
  return rows.flatMap((row) => Object.values(row).map(Number));
}

const ticks = async (): Promise<number[]> =>
  (await store.query<{ at: number | string }>('SELECT at FROM pick_ticks')).map(({ at }) => Number(at));

const SOLD = 'id, product_name, product_names, rate_per_unit, quantity, price, hsn, mrp';
const SOLD_ITEM = [ITEM, 'Atta', '{"hi":"आटा"}', '4800', '1500', '7200', '1101', '5000'];

it('goes forward and back with an order that is being picked, and gives the discounts back to the totals', async () => {
  await store.back(OrderDiscounts1764000000054);
  await insertSale();
  for (let round = 0; round < 2; round++) {
    await store.forward();
    expect(await items(`${SOLD}, ordered_quantity, ordered_price`)).toEqual([...SOLD_ITEM, '1500', '7200']);
    expect(await totals('total, placed_total')).toEqual([7_200, 7_200]);
    expect(await ticks()).toEqual([17]);
    await expect(
      store.query(`
        INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price, ordered_quantity, ordered_price)
        VALUES ('${newId()}', '${ORDER}', '${PRODUCT}', 'a', 'kg', 1, 1, 1, 1, 1)`),
    ).rejects.toThrow(/unique/i);

    for (const amount of [700, 500])
      await store.query(`
        INSERT INTO order_discounts (id, order_id, reason, label, amount)
        VALUES ('${newId()}', '${ORDER}', 'staff', 'Sorry', ${amount})`);
    await store.query('UPDATE orders SET total = 6000');
    await store.back(OrderDiscounts1764000000054);
    expect(await items(SOLD)).toEqual(SOLD_ITEM);
    expect(await totals('total')).toEqual([7_200]);
    expect(await ticks()).toEqual([17]);
    await expect(store.query('SELECT placed_total FROM orders')).rejects.toThrow(/placed_total/);
  }

  // An issued document never changes: it would no longer be that of its order.
  await store.forward();
  await store.query(`
    INSERT INTO order_discounts (id, order_id, reason, label, amount)
    VALUES ('${newId()}', '${ORDER}', 'staff', 'Sorry', 700)`);
  await store.query(`
    INSERT INTO documents (id, order_id, kind, series, fiscal_year, seq, number, issued_at, total, reversal, ordinal,
      content, sha256, previous_sha256)
    VALUES ('${newId()}', '${ORDER}', 'bill', 'BIL', '26-27', 1, 'BIL/26-27/000001', 1, 6500, FALSE, 1, '{}', '-', '')`);
  await expect(store.back(OrderDiscounts1764000000054)).rejects.toThrow(/Restore a backup/);
});
