import { newId } from '../../src/platform/common/id.js';
import { PlaceOfSupply1764000000053 } from '../../src/platform/database/migrations/1764000000053-place-of-supply.js';
import { MigratedSource } from '../support/stores/migrated-source.js';

const [USER, ORDER] = [newId(), newId()];

let store: MigratedSource;
beforeAll(async () => {
  store = await MigratedSource.open();
});
afterAll(() => store.close());

it('goes forward and back with an order in the store', async () => {
  await store.back(PlaceOfSupply1764000000053);
  await store.insertShopper(USER);
  await store.insertOrder({ id: ORDER, userId: USER });
  await store.forward();
  const places = (): Promise<object[]> => store.query<object>('SELECT number, place_of_supply FROM orders');
  expect(await places()).toEqual([{ number: 'A', place_of_supply: null }]);

  await store.query(`UPDATE orders SET place_of_supply = '29'`);
  await store.back(PlaceOfSupply1764000000053);
  expect(await store.query('SELECT number FROM orders')).toEqual([{ number: 'A' }]);
  await store.forward();
  expect(await places()).toEqual([{ number: 'A', place_of_supply: null }]);
});
