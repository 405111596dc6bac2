import { changeTimeZone, checkDataSettings } from '../../src/app/data-settings.js';
import { ConfigError } from '../../src/platform/config/config-error.js';
import type { StoreConfig } from '../../src/platform/config/config.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { newId } from '../../src/platform/common/id.js';
import { openTestDatabase } from '../support/stores/database.js';
import { TestClock } from '../support/stores/test-clock.js';

const STORE: StoreConfig = {
  name: 'Green Basket',
  currency: 'INR',
  locale: 'en-IN',
  timeZone: 'Asia/Kolkata',
};

async function storedSettings(database: Database): Promise<Record<string, string>> {
  const rows = await database.read.rows<{ name: string; value: string }>(
    sql`SELECT name, value FROM data_settings`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Adds an order of an earlier release, in the currency that it was placed in. */
async function insertOrder(database: Database, currency: string): Promise<void> {
  const userId = newId();
  await database.write(sql`
    INSERT INTO users (id, username, username_key, email, email_key, display_name, password_hash, role, status, locale, created_at)
    VALUES (${userId}, 'a', 'a', 'a', 'a', 'a', 'none', 'user', 'approved', 'en-IN', 1)`);
  await database.write(sql`
    INSERT INTO orders (id, number, user_id, status, total, placed_total, currency, address, timestamp)
    VALUES (${newId()}, 'A', ${userId}, 'placed', 11000, 11000, ${currency}, '{}', 1)`);
}

describe('settings that the data depends on', () => {
  let database: Database;

  beforeEach(async () => {
    database = await openTestDatabase();
  });

  it('are stored at the first start, and accepted at the next', async () => {
    await checkDataSettings(database, STORE);
    const stored = { currency: 'INR', 'currency-digits': '2', 'time-zone': 'Asia/Kolkata' };
    expect(await storedSettings(database)).toEqual(stored);
    await checkDataSettings(database, { ...STORE, name: 'Another name', locale: 'de-DE' });
    expect(await storedSettings(database)).toEqual(stored);
  });

  it('refuse another currency, naming both and the way out', async () => {
    await checkDataSettings(database, STORE);
    const start = checkDataSettings(database, { ...STORE, currency: 'JPY' });
    await expect(start).rejects.toThrow(ConfigError);
    await expect(start).rejects.toThrow(
      /^The amounts of this store are in INR, but STORE_CURRENCY is JPY\. Set STORE_CURRENCY=INR\. [^\n]*$/,
    );
  });

  it('refuse another number of decimals of the same currency', async () => {
    await checkDataSettings(database, STORE);
    await database.write(sql`UPDATE data_settings SET value = '3' WHERE name = 'currency-digits'`);
    await expect(checkDataSettings(database, STORE)).rejects.toThrow(
      'count INR with 3 decimals, but this version of Node.js uses 2',
    );
  });

  it('refuse another time zone, and accept another name of the same one', async () => {
    await checkDataSettings(database, STORE);
    await checkDataSettings(database, { ...STORE, timeZone: 'Asia/Calcutta' });
    await expect(checkDataSettings(database, { ...STORE, timeZone: 'Europe/Berlin' })).rejects.toThrow(
      'npm run admin -- change-time-zone --to Europe/Berlin',
    );
  });

  it('are those of the orders for a store of an earlier release', async () => {
    await insertOrder(database, 'INR');
    await expect(checkDataSettings(database, { ...STORE, currency: 'JPY' })).rejects.toThrow(
      'amounts of this store are in INR',
    );
    await checkDataSettings(database, STORE);
  });

  it('are stored once if two processes start with different ones', async () => {
    const starts = await Promise.allSettled(
      ['INR', 'JPY'].map((currency) => checkDataSettings(database, { ...STORE, currency })),
    );
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { currency, 'currency-digits': digits } = await storedSettings(database);
    expect([currency, digits]).toEqual(currency === 'INR' ? ['INR', '2'] : ['JPY', '0']);
  });

  it('name another time zone after the command for a store that has moved', async () => {
    await checkDataSettings(database, STORE);
    const clock = new TestClock(1_000);
    await expect(changeTimeZone(database, clock, { store: STORE, to: 'Europe/Atlantis' })).rejects.toThrow(
      'There is no time zone Europe/Atlantis.',
    );
    const moved = { ...STORE, timeZone: 'Europe/Berlin' };
    expect(await changeTimeZone(database, clock, { store: moved, to: 'Europe/Berlin' })).toBe('Asia/Kolkata');
    await checkDataSettings(database, moved);
    await expect(checkDataSettings(database, STORE)).rejects.toThrow('Set STORE_TIME_ZONE=Europe/Berlin');
    const entry = await database.read.row(
      sql`SELECT action, before, after FROM audit_entries WHERE subject_type = 'store'`,
    );
    expect(entry).toEqual({
      action: 'store.time-zone-changed',
      before: '{"timeZone":"Asia/Kolkata"}',
      after: '{"timeZone":"Europe/Berlin"}',
    });
  });
});
