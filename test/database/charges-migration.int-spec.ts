import { newId } from '../../src/platform/common/id.js';
import { SettingsAndCharges1764000000050 } from '../../src/platform/database/migrations/1764000000050-settings-and-charges.js';
import { OrderDiscounts1764000000054 } from '../../src/platform/database/migrations/1764000000054-order-discounts.js';
import { MigratedSource } from '../support/stores/migrated-source.js';

const [USER, CHARGED, PLAIN] = [newId(), newId(), newId()];

let store: MigratedSource;
beforeAll(async () => {
  store = await MigratedSource.open();
});
afterAll(() => store.close());

async function totals(): Promise<number[]> {
  const rows = await store.query<{ total: number | string }>('SELECT total FROM orders ORDER BY total');
  return rows.map(({ total }) => Number(total));
}

it('takes the charges off the totals when it is reverted, so that the books of the earlier release balance', async () => {
  await store.back(OrderDiscounts1764000000054);
  await store.insertShopper(USER);
  await store.insertOrder({ id: PLAIN, userId: USER, number: PLAIN, total: 5_000 });
  await store.insertOrder({ id: CHARGED, userId: USER, number: CHARGED, total: 13_500 });
  for (const [kind, amount] of [
    ['delivery', 3_000],
    ['packing', 500],
  ])
    await store.query(
      `INSERT INTO order_charges (id, order_id, kind, amount) VALUES ('${newId()}', '${CHARGED}', '${kind}', ${amount})`,
    );
  await store.back(SettingsAndCharges1764000000050);
  expect(await totals()).toEqual([5_000, 10_000]);
  await store.forward();
  expect(await totals()).toEqual([5_000, 10_000]);
  expect(await store.query('SELECT id FROM order_charges')).toEqual([]);
});
