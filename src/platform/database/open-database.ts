import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { BetterSqlite3DataSourceOptions } from 'typeorm/driver/better-sqlite3/BetterSqlite3DataSourceOptions.js';
import { Database } from './database.js';
import { POSTGRES, SQLITE } from './dialect.js';
import { lockFolder } from './folder-lock.js';
import { GuardedClient } from './guarded-client.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { postgresRows, sqliteRows } from './row-stream.js';
import { SnakeNamingStrategy } from './snake-naming-strategy.js';

/** Connections to PostgreSQL of one process. */
const POOL_SIZE = 20;

export interface DatabaseOptions {
  /** A postgres:// URL; without it, SQLite in the data folder is used. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly entities: Exclude<DataSourceOptions['entities'], undefined>;
}

const COMMON = {
  namingStrategy: new SnakeNamingStrategy(),
  migrations: MIGRATIONS,
  migrationsTableName: 'migrations',
  synchronize: false,
  logging: false,
} as const;

/**
 * Opens the database and migrates its schema.
 *
 * @throws DataFolderInUseError if another process uses SQLite's data folder
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl === undefined ? openSqlite(options) : openPostgres(options.databaseUrl, options);
}

async function openSqlite({ dataDir, entities }: DatabaseOptions): Promise<Database> {
  const release = lockFolder(dataDir);
  try {
    const writing = await openMigrated(new DataSource(sqliteOptions(dataDir, entities)));
    const reading = await new DataSource({
      ...sqliteOptions(dataDir, entities),
      readonly: true,
    }).initialize();
    return new Database(writing, reading, SQLITE, sqliteRows(storeFile(dataDir)), release);
  } catch (error) {
    release();
    throw error;
  }
}

async function openPostgres(url: string, { entities }: DatabaseOptions): Promise<Database> {
  const pool = await openMigrated(new DataSource(postgresOptions(url, entities)));
  return new Database(pool, pool, POSTGRES, postgresRows(pool));
}

function storeFile(dataDir: string): string {
  return join(dataDir, 'store.sqlite');
}

export function sqliteOptions(
  dataDir: string,
  entities: DatabaseOptions['entities'],
): BetterSqlite3DataSourceOptions {
  return {
    ...COMMON,
    type: 'better-sqlite3',
    database: storeFile(dataDir),
    entities,
    statementCacheSize: 500,
    prepareDatabase: (connection: BetterSqlite3.Database) => {
      if (!connection.readonly) connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
      connection.pragma('busy_timeout = 5000');
      connection.pragma('cache_size = -16000'); // 16 MB for each of the two connections
    },
  };
}

export function postgresOptions(url: string, entities: DatabaseOptions['entities']): DataSourceOptions {
  return {
    ...COMMON,
    type: 'postgres',
    url,
    entities,
    parseInt8: true,
    applicationName: 'grocery-store',
    // No statement runs long enough for JIT compilation to pay off: reports would take seconds instead of tenths.
    extra: {
      max: POOL_SIZE,
      options: '-c jit=off',
      types: { getTypeParser },
      Client: GuardedClient,
    },
  };
}

/** Returns dates as text, since they have no time zone. */
const getTypeParser: typeof pg.types.getTypeParser = ((oid: number, format?: 'text') =>
  oid === pg.types.builtins.DATE
    ? (text: string) => text
    : (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser;

/**
 * Connects and runs pending migrations. On PostgreSQL, several processes may start at the same time: one migrates, the
 * others wait and find nothing left to do.
 */
async function openMigrated(source: DataSource): Promise<DataSource> {
  await source.initialize();
  if (source.options.type !== 'postgres') {
    await source.runMigrations({ transaction: 'each' });
    return source;
  }
  const lockRunner = source.createQueryRunner();
  try {
    await lockRunner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK_KEY]);
    await source.runMigrations({ transaction: 'each' });
    await lockRunner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK_KEY]);
  } finally {
    await lockRunner.release();
  }
  return source;
}

/** Arbitrary number, which must never change. */
const MIGRATION_LOCK_KEY = 7_302_201;
