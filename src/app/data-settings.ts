import { SYSTEM_ACTOR } from '../platform/access/actor.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import type { Clock } from '../platform/common/clock.js';
import { currencyDecimals } from '../platform/common/money/money-format.js';
import { ConfigError } from '../platform/config/config-error.js';
import type { StoreConfig } from '../platform/config/config.js';
import type { Database } from '../platform/database/database.js';
import { sql, type Transaction } from '../platform/database/transaction.js';

/** A setting that stored data depends on: `currency`, `currency-digits` and `time-zone`. */
type SettingName = keyof typeof SETTINGS;

type StoredSettings = ReadonlyMap<string, string>;

interface Setting {
  readonly configured: (store: StoreConfig) => string;
  readonly isSame: (stored: string, configured: string) => boolean;
  /** A sentence for the operator: the stored value, the configured one, and the way out. */
  readonly refusal: (stored: string, configured: string, currency: string) => string;
}

const equal = (stored: string, configured: string): boolean => stored === configured;

const SETTINGS = {
  currency: {
    configured: ({ currency }) => currency,
    isSame: equal,
    refusal: (stored, configured) =>
      `The amounts of this store are in ${stored}, but STORE_CURRENCY is ${configured}. Set STORE_CURRENCY=${stored}. ` +
      `Stored amounts cannot be converted: a store in ${configured} needs a database of its own.`,
  },
  'currency-digits': {
    configured: ({ currency }) => String(currencyDecimals(currency)),
    isSame: equal,
    refusal: (stored, configured, currency) =>
      `The amounts of this store count ${currency} with ${stored} decimals, but this version of Node.js uses ${configured}. ` +
      `Run the store with a version of Node.js whose ${currency} has ${stored} decimals.`,
  },
  'time-zone': {
    configured: ({ timeZone }) => timeZone,
    isSame: (stored, configured) => canonicalZone(stored) === canonicalZone(configured),
    refusal: (stored, configured) =>
      `The days of this store are those of ${stored}, but STORE_TIME_ZONE is ${configured}. Set STORE_TIME_ZONE=${stored}. ` +
      `If the store has moved, stop it and run: npm run admin -- change-time-zone --to ${configured}`,
  },
} as const satisfies Readonly<Record<string, Setting>>;

/**
 * Compares the settings that stored data depends on with the configuration. The first start stores them; for a store with
 * orders of an earlier release, its currency is that of the orders.
 *
 * @throws ConfigError naming each difference and the way out
 */
export async function checkDataSettings(database: Database, store: StoreConfig): Promise<void> {
  const stored = await storedSettings(database, store);
  // Another currency has other decimals: one sentence about it is enough.
  const currency = stored.get('currency') ?? store.currency;
  const refusals = names()
    .filter((name) => name !== 'currency-digits' || currency === store.currency)
    .flatMap((name) => {
      const { configured, isSame, refusal }: Setting = SETTINGS[name];
      const value = stored.get(name);
      const wanted = configured(store);
      return value === undefined || isSame(value, wanted) ? [] : [refusal(value, wanted, currency)];
    });
  if (refusals.length > 0) throw new ConfigError(refusals.join('\n'));
}

/**
 * Stores another time zone for a store that has moved. Recorded instants stay, and are shown in the new time zone.
 *
 * @returns the time zone before
 * @throws ConfigError if there is no such time zone, or if the currency differs
 */
export async function changeTimeZone(
  database: Database,
  clock: Clock,
  { store, to }: { readonly store: StoreConfig; readonly to: string },
): Promise<string> {
  if (canonicalZone(to) === undefined)
    throw new ConfigError(`There is no time zone ${to}. Give an IANA name, such as Europe/Berlin.`);
  const before = (await storedSettings(database, store)).get('time-zone') ?? store.timeZone;
  await checkDataSettings(database, { ...store, timeZone: before });
  await database.transaction(async (tx) => {
    await tx.execute(sql`UPDATE data_settings SET value = ${to} WHERE name = 'time-zone'`);
    await new AuditTrail(clock).record(tx, SYSTEM_ACTOR, {
      action: 'store.time-zone-changed',
      subject: { type: 'store', id: null },
      before: { timeZone: before },
      after: { timeZone: to },
    });
  });
  return before;
}

/** Reads the stored settings. Stores those that are missing, once, also if several processes start at the same time. */
async function storedSettings(database: Database, store: StoreConfig): Promise<StoredSettings> {
  const known = await readSettings(database.read);
  if (names().every((name) => known.has(name))) return known;
  await database.transaction(async (tx) => {
    const currency = (await currencyOfOrders(tx)) ?? store.currency;
    for (const name of names()) {
      const value = SETTINGS[name].configured({ ...store, currency });
      await tx.execute(
        sql`INSERT INTO data_settings (name, value) VALUES (${name}, ${value}) ON CONFLICT (name) DO NOTHING`,
      );
    }
  });
  return readSettings(database.read);
}

async function readSettings(read: Database['read']): Promise<StoredSettings> {
  const rows = await read.rows<{ name: string; value: string }>(sql`SELECT name, value FROM data_settings`);
  return new Map(rows.map(({ name, value }) => [name, value]));
}

/** Returns the currency of the latest order: each order records its own. */
async function currencyOfOrders(tx: Transaction): Promise<string | undefined> {
  const order = await tx.row<{ currency: string }>(
    sql`SELECT currency FROM orders ORDER BY timestamp DESC, id DESC LIMIT 1`,
  );
  return order?.currency;
}

function names(): SettingName[] {
  return Object.keys(SETTINGS) as SettingName[];
}

/** Returns the one name of a time zone with several, such as Asia/Kolkata and Asia/Calcutta; undefined for an unknown one. */
function canonicalZone(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
