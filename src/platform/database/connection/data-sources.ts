import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { BetterSqlite3DataSourceOptions } from 'typeorm/driver/better-sqlite3/BetterSqlite3DataSourceOptions.js';
import { SECOND_MS } from '../../common/durations.js';
import { MIGRATIONS } from '../migrations/migrations.js';
import { SnakeNamingStrategy } from '../snake-naming-strategy.js';
import { DEFAULT_LIMITS, type DatabaseLimits } from './database-limits.js';
import { failureOf, driverErrorOf } from './failures.js';
import { GuardedClient, type SilenceLimit } from './guarded-client.js';
import { MIGRATION_LOCK_TIMEOUT_MS } from './run-migrations.js';

export type Entities = Exclude<DataSourceOptions['entities'], undefined>;

/** Connections to PostgreSQL of one process: for requests and jobs, for slow reads, and for migrations. */
const POOL_SIZE = 20;
const SLOW_POOL_SIZE = 4;
const MIGRATION_POOL_SIZE = 2;

/** PostgreSQL ends a statement at its limit. One that is silent for this much longer does not answer at all. */
const SILENCE_GRACE_MS = SECOND_MS;

const COMMON = {
  namingStrategy: new SnakeNamingStrategy(),
  migrations: MIGRATIONS,
  migrationsTableName: 'migrations',
  synchronize: false,
  logging: false,
} as const;

/** Returns the path of SQLite's file. */
export function storeFile(dataDir: string): string {
  return join(dataDir, 'store.sqlite');
}

/** Returns the options of a connection to SQLite. It never waits for the lock of another process: callers do. */
export function sqliteOptions(dataDir: string, entities: Entities): BetterSqlite3DataSourceOptions {
  return {
    ...COMMON,
    type: 'better-sqlite3',
    database: storeFile(dataDir),
    entities,
    statementCacheSize: 500,
    prepareDatabase: (connection: BetterSqlite3.Database) => {
      connection.pragma('busy_timeout = 0');
      if (!connection.readonly) connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
      connection.pragma('cache_size = -16000'); // 16 MB for each of the two connections
      // SQLite's own LOWER changes ASCII letters only.
      connection.function('lower', { deterministic: true }, lowerCase);
    },
  };
}

/** Returns a text in lower case, as LOWER of PostgreSQL does. Numbers and blobs do not occur. */
function lowerCase(text: unknown): unknown {
  return typeof text === 'string' ? text.toLowerCase() : text;
}

/** Returns the options of the pool for requests and jobs. */
export function postgresOptions(url: string, entities: Entities, limits = DEFAULT_LIMITS): DataSourceOptions {
  return postgresPool(url, entities, {
    ...commonLimits(limits),
    max: POOL_SIZE,
    statement_timeout: limits.statement,
    silence: { silenceMs: limits.statement + SILENCE_GRACE_MS },
  });
}

/** Returns the options of the pool for reads that may take long. */
export function slowReadOptions(url: string, limits: DatabaseLimits): DataSourceOptions {
  return postgresPool(url, [], {
    ...commonLimits(limits),
    max: SLOW_POOL_SIZE,
    statement_timeout: limits.job,
    // Between two batches, rows are written to a file.
    idle_in_transaction_session_timeout: limits.job,
    silence: checkedSilence(url, limits),
  });
}

/** Returns the options of the pool for migrations, whose statements wait briefly for locks and may take any time. */
export function migrationOptions(url: string, limits: DatabaseLimits): DataSourceOptions {
  return postgresPool(url, [], {
    ...commonLimits(limits),
    max: MIGRATION_POOL_SIZE,
    lock_timeout: MIGRATION_LOCK_TIMEOUT_MS,
    // The connection with the lock of migrations waits for the other one.
    idle_in_transaction_session_timeout: undefined,
    silence: checkedSilence(url, limits),
  });
}

type PoolConfig = pg.PoolConfig & { readonly silence: SilenceLimit };

function postgresPool(url: string, entities: Entities, pool: PoolConfig): DataSourceOptions {
  return {
    ...COMMON,
    type: 'postgres',
    url,
    entities,
    parseInt8: true,
    applicationName: 'grocery-store',
    extra: {
      // No statement runs long enough for JIT compilation to pay off: reports would take seconds instead of tenths.
      options: '-c jit=off',
      types: { getTypeParser },
      Client: GuardedClient,
      keepAlive: true,
      ...pool,
    },
  };
}

function commonLimits({ wait, lock, idleTransaction }: DatabaseLimits): pg.PoolConfig {
  return {
    connectionTimeoutMillis: wait,
    lock_timeout: lock,
    idle_in_transaction_session_timeout: idleTransaction,
  };
}

/** A long statement is given up only if the server does not answer a new connection either. */
function checkedSilence(url: string, { statement, wait }: DatabaseLimits): SilenceLimit {
  const probe = { connectionString: url, connectionTimeoutMillis: wait };
  return { silenceMs: statement + SILENCE_GRACE_MS, isServerUp: () => answers(probe) };
}

async function answers(config: pg.ClientConfig): Promise<boolean> {
  const client = new GuardedClient(config);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // An error that the server itself has sent, such as for too many connections, is an answer too.
    return driverErrorOf(error)?.severity !== undefined && failureOf(error) === undefined;
  } finally {
    client.end().catch(() => undefined);
  }
}

/** Returns dates as text, since they have no time zone. */
const getTypeParser: typeof pg.types.getTypeParser = ((oid: number, format?: 'text') =>
  oid === pg.types.builtins.DATE
    ? (text: string) => text
    : (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser;
