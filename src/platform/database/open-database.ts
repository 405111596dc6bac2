import { DataSource } from 'typeorm';
import { OperatorError } from '../common/errors/operator-error.js';
import {
  migrationOptions,
  postgresOptions,
  slowReadOptions,
  sqliteOptions,
  storeFile,
  type Entities,
} from './connection/data-sources.js';
import { DEFAULT_LIMITS, type DatabaseLimits } from './connection/database-limits.js';
import { driverErrorOf, failureOf } from './connection/failures.js';
import { patiently, pendingMigrations, PendingMigrationsError } from './connection/run-migrations.js';
import { untilFree } from './connection/until-free.js';
import { Database } from './database.js';
import { POSTGRES, SQLITE } from './dialect.js';
import { lockFolder } from './folder-lock.js';
import { postgresRows, sqliteRows } from './row-stream.js';

export interface DatabaseOptions {
  /** A postgres:// URL; without it, SQLite in the data folder is used. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly entities: Entities;
  readonly databaseLimits?: DatabaseLimits;
  /** Whether pending migrations are applied. Otherwise the database is opened only if there are none. */
  readonly autoMigrate?: boolean;
}

type Settings = Required<DatabaseOptions>;

/**
 * Opens the database and migrates its schema.
 *
 * @throws DataFolderInUseError if another process uses SQLite's data folder, PendingMigrationsError, and OperatorError if
 *   PostgreSQL does not answer
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const settings = { databaseLimits: DEFAULT_LIMITS, autoMigrate: true, ...options };
  return options.databaseUrl === undefined
    ? openSqlite(settings)
    : openPostgres(options.databaseUrl, settings).catch(explainOutage);
}

async function openSqlite(settings: Settings): Promise<Database> {
  const { dataDir, entities, databaseLimits: limits, autoMigrate } = settings;
  const release = lockFolder(dataDir);
  try {
    const writing = await opened(() => new DataSource(sqliteOptions(dataDir, entities)), limits);
    await requireSchema(writing, autoMigrate, () =>
      patiently(() => writing.runMigrations({ transaction: 'each' })),
    );
    const readOnly = { ...sqliteOptions(dataDir, entities), readonly: true };
    const reading = await opened(() => new DataSource(readOnly), limits);
    const stream = sqliteRows(storeFile(dataDir));
    return new Database({ writing, reading, slow: reading, stream, limits, release }, SQLITE);
  } catch (error) {
    release();
    throw error;
  }
}

async function openPostgres(url: string, settings: Settings): Promise<Database> {
  const { entities, databaseLimits: limits, autoMigrate } = settings;
  const [pool, slow] = await Promise.all([
    opened(() => new DataSource(postgresOptions(url, entities, limits)), limits),
    opened(() => new DataSource(slowReadOptions(url, limits)), limits),
  ]);
  try {
    await requireSchema(pool, autoMigrate, () => migratePostgres(url, limits));
  } catch (error) {
    await Promise.all([pool.destroy(), slow.destroy()]);
    throw error;
  }
  return new Database({ writing: pool, reading: pool, slow, stream: postgresRows(slow), limits }, POSTGRES);
}

function opened(create: () => DataSource, { lock }: DatabaseLimits): Promise<DataSource> {
  return untilFree(lock, () => create().initialize());
}

async function requireSchema(
  source: DataSource,
  autoMigrate: boolean,
  migrate: () => Promise<void>,
): Promise<void> {
  const pending = await pendingMigrations(source);
  if (pending.length === 0) return;
  if (!autoMigrate) throw new PendingMigrationsError(pending);
  await migrate();
}

/** Several processes may start at the same time: one migrates, the others wait and find nothing left to do. */
async function migratePostgres(url: string, limits: DatabaseLimits): Promise<void> {
  const source = await opened(() => new DataSource(migrationOptions(url, limits)), limits);
  const lock = source.createQueryRunner();
  try {
    await patiently(() => lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK_KEY]));
    await patiently(() => source.runMigrations({ transaction: 'each' }));
  } finally {
    await lock.release();
    // Ends the session, which holds the lock.
    await source.destroy();
  }
}

/** Arbitrary number, which must never change. */
const MIGRATION_LOCK_KEY = 7_302_201;

function explainOutage(error: unknown): never {
  if (failureOf(error) === undefined) throw error;
  const { code, message = '' } = driverErrorOf(error) ?? {};
  const reason = message === '' ? String(code) : message;
  throw new OperatorError(`PostgreSQL does not answer at the address in DATABASE_URL: ${reason}`, {
    cause: error,
  });
}
