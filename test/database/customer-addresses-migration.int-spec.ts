import { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/app/entities.js';
import { addressKey, addressTerms } from '../../src/customers/addresses/address-terms.js';
import { newId } from '../../src/platform/common/id.js';
import { postgresOptions, sqliteOptions } from '../../src/platform/database/connection/data-sources.js';
import { CustomerAddresses1764000000035 } from '../../src/platform/database/migrations/1764000000035-customer-addresses.js';
import { createEmptyStoreLocation } from '../support/stores/engine.js';

const HOME = {
  name: 'Zoë Rao',
  phone: '+91 98450 12303',
  line1: '14, Temple Street',
  line2: 'पहली मंज़िल',
  city: 'Bengaluru',
  postalCode: '560 003',
};
/** The same address, written in another way. */
const HOME_AGAIN = { ...HOME, phone: '098450-12303', line1: ' 14,  TEMPLE street', postalCode: '५६० ००३' };
const SHOP = { name: 'Zoë', phone: '0353 1 23456', line1: '3/2', city: '東京', postalCode: 'SW1A 1AA' };

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
  const later =
    migrations.length - migrations.findIndex((one) => one instanceof CustomerAddresses1764000000035);
  for (let i = 0; i < later; i++) await source.undoLastMigration({ transaction: 'each' });
}

/** The SQL has literals alone. */
async function insertUser(name: string): Promise<string> {
  const id = newId();
  await source.query(`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES ('${id}', '${name}', '${name}', '${name}', '${name}', 'a', '-', 'user', 'approved', 'en', 0)`);
  return id;
}

async function insertOrder(userId: string, address: object, number: string): Promise<void> {
  await source.query(`
    INSERT INTO orders (id, number, user_id, status, total, currency, address, timestamp)
    VALUES ('${newId()}', '${number}', '${userId}', 'placed', 1, 'INR', '${JSON.stringify(address)}', 1767225600000)`);
}

it('gives the orders of before the addresses by which they are found, and loses none when it is reverted', async () => {
  await revert();
  const [asha, vikram] = [await insertUser('asha'), await insertUser('vikram')];
  for (const [i, address] of [HOME, HOME_AGAIN, SHOP, HOME].entries())
    await insertOrder(asha, address, `A${i}`);
  await insertOrder(vikram, HOME, 'B0');

  for (let round = 0; round < 2; round++) {
    await source.runMigrations({ transaction: 'each' });
    const orders: { number: string; user_id: string; key: string; address_id: string }[] =
      await source.query(`
      SELECT o.number, a.user_id, a.key, a.id AS address_id
      FROM orders o JOIN customer_addresses a ON a.id = o.address_id AND a.user_id = o.user_id ORDER BY o.number`);
    expect(orders.map(({ number, user_id, key }) => [number, user_id, key])).toEqual([
      ['A0', asha, addressKey(HOME)],
      ['A1', asha, addressKey(HOME_AGAIN)],
      ['A2', asha, addressKey(SHOP)],
      ['A3', asha, addressKey(HOME)],
      ['B0', vikram, addressKey(HOME)],
    ]);
    expect(new Set(orders.map(({ address_id }) => address_id)).size).toBe(3);
    for (const [i, address] of [HOME, SHOP].entries()) {
      const rows: { term: string }[] = await source.query(
        `SELECT term FROM address_terms WHERE address_id = '${orders[i * 2]?.address_id}'`,
      );
      expect(rows.map(({ term }) => term).toSorted()).toEqual(addressTerms(address).toSorted());
    }
    await revert();
  }
  const [row]: { count: string | number }[] = await source.query('SELECT count(*) AS count FROM orders');
  expect(Number(row?.count)).toBe(5);
});
