import { Addresses } from '../../src/customers/addresses/addresses.js';
import type { WrittenAddress } from '../../src/customers/addresses/address-terms.js';
import { AdminOrderQuery } from '../../src/orders/admin/admin-orders.dto.js';
import { orderFilters } from '../../src/orders/admin/order-filters.js';
import type { Database } from '../../src/platform/database/database.js';
import { join, sql } from '../../src/platform/database/transaction.js';
import { UserTableQuery } from '../../src/users/admin/user-table.dto.js';
import { UsersService } from '../../src/users/admin/users.service.js';
import { insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { explain, openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const HOME: WrittenAddress = {
  name: 'Asha Rao',
  phone: '+91 98450 12303',
  line1: '14, Temple Street',
  city: 'Bengaluru',
  postalCode: '560004',
};
const SHOP: WrittenAddress = {
  ...HOME,
  phone: '080 2345 6789',
  line1: 'Shop 3, Market Road',
  postalCode: '560 066',
};

const clock = new TestClock();
let database: Database;
let productId: string;
let asha: string;
let toHome: string;
let toShop: string;

beforeAll(async () => {
  database = await openTestDatabase();
  productId = await insertProduct(database, { name: 'Tomatoes' });
  asha = await insertUser(database, { username: 'asha' });
  const other = await insertUser(database, { username: 'vikram' });
  toHome = await orderTo(asha, HOME, '7K3M-92QX-4F');
  toShop = await orderTo(asha, SHOP, 'ABCD-EFGH-JK');
  await orderTo(
    other,
    { ...HOME, name: 'Vikram Shetty', phone: '98450 99999', line1: '15, Lake View', postalCode: '600001' },
    '8N4P-31RT-6G',
  );
});

async function orderTo(userId: string, address: WrittenAddress, number: string): Promise<string> {
  const id = await insertOrder(database, { userId, productId });
  await database.transaction(async (tx) => {
    const addressId = await new Addresses(clock).remember(tx, userId, address);
    await tx.execute(sql`UPDATE orders SET address_id = ${addressId}, number = ${number} WHERE id = ${id}`);
  });
  return id;
}

async function ordersFor(q: string): Promise<string[]> {
  const conditions = join(orderFilters(Object.assign(new AdminOrderQuery(), { q })), ' AND ');
  const rows = await database.read.rows<{ id: string }>(
    sql`SELECT o.id FROM orders o WHERE ${conditions} ORDER BY o.number`,
  );
  return rows.map(({ id }) => id);
}

async function usersFor(q: string): Promise<string[]> {
  const { items } = await new UsersService(database, clock).table(Object.assign(new UserTableQuery(), { q }));
  return items.map(({ username }) => username);
}

it.each([
  '98450 12303',
  '+91-98450-12303',
  '098450 12303',
  '0091 98450 12303',
  '12303',
  '९८४५० १२३०३',
  'temple street',
  'street 14',
  '५६०००४',
  '560 004',
])('finds the order to an address, and its customer, by %j', async (q) => {
  expect(await ordersFor(q)).toEqual([toHome]);
  expect(await usersFor(q)).toEqual(['asha']);
});

it.each(['7k3m92qx4f', '7K3M 92QX 4F', '#7K3M', '7k3m-92qx', '७K३M'])(
  'finds an order by its number, written %j',
  async (q) => {
    expect(await ordersFor(q)).toEqual([toHome]);
    expect(await usersFor(q)).toEqual([]);
  },
);

it('finds each of a customer’s addresses, and the customer once', async () => {
  expect(await ordersFor('market road')).toEqual([toShop]);
  expect(await ordersFor('560066')).toEqual([toShop]);
  expect((await ordersFor('asha rao')).toSorted()).toEqual([toHome, toShop].toSorted());
  expect(await usersFor('bengaluru')).toHaveLength(2);
});

it.each(['98450 12304', 'temple road', '560005', '+91', "' OR 1=1", '%'])(
  'finds nothing for %j',
  async (q) => {
    expect(await ordersFor(q)).toEqual([]);
    expect(await usersFor(q)).toEqual([]);
  },
);

it('keeps an address once, also if it is used twice at the same time', async () => {
  const userId = await insertUser(database);
  const remember = (address: WrittenAddress): Promise<string> =>
    database.transaction((tx) => new Addresses(clock).remember(tx, userId, address));
  const ids = await Promise.all([
    remember(HOME),
    remember({ ...HOME, phone: '098450-12303' }),
    remember({ ...HOME, line1: ' 14, TEMPLE  street' }),
  ]);
  expect(new Set(ids).size).toBe(1);
  expect(await remember(SHOP)).not.toBe(ids[0]);
});

it('takes the newest thousand of the addresses that a word is in', async () => {
  const word = 'zebrapark';
  const owners: string[] = [];
  for (let i = 0; i <= 1000; i++) owners.push(await insertUser(database));
  await database.transaction(async (tx) => {
    for (const owner of owners) await new Addresses(clock).remember(tx, owner, { ...HOME, line1: word });
  });
  const { total } = await new UsersService(database, clock).table(
    Object.assign(new UserTableQuery(), { q: word }),
  );
  expect(total).toBe(1000);
  expect(await usersFor(`${word} nowhere`)).toEqual([]);
});

it('reads no table of orders or addresses from end to end', async () => {
  await database.write(sql`ANALYZE`);
  for (const q of ['98450 12303', 'temple street']) {
    const conditions = join(orderFilters(Object.assign(new AdminOrderQuery(), { q })), ' AND ');
    const plan = await explain(database, sql`SELECT o.id FROM orders o WHERE ${conditions}`);
    // PostgreSQL may scan small tables.
    if (database.dialect.name === 'sqlite') expect(plan).not.toMatch(/SCAN (o|d|n|c|a|t|w)\b/);
  }
});
