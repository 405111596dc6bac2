import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HAS_REDIS, TestRedis } from '../servers/redis.js';
import { createEmptyDatabase, createMigratedDatabase } from './postgres-databases.js';
import { runVariable } from './run.js';
import { copyMigratedFile } from './sqlite-files.js';

/** Database engine of this Jest project. */
export const ENGINE = (globalThis as { TEST_ENGINE?: 'sqlite' | 'postgres' }).TEST_ENGINE ?? 'sqlite';

/** Returns `describe` for tests that can run on this engine and machine, and otherwise one that only reports their names. */
export function describeIf(canRun: boolean): typeof describe {
  if (canRun) return describe;
  // Reason to skip: the tests are about what this engine does not have, such as Redis on SQLite. A missing program is no such reason: with
  // `REQUIRE_ENGINES=all`, as in CI, the run is refused before its first test.
  return describe.skip; // Reason: see above; the report lists the names of what was skipped.
}

/** Location of a store: a folder and, on PostgreSQL, a database and an empty Redis. */
export interface StoreLocation {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Undefined on SQLite, which uses the in-process queue, and if redis-server is missing. */
  readonly redis: TestRedis | undefined;
}

const cleanUps: (() => Promise<void>)[] = [];

/** Registers a clean-up after the last test of the file. Clean-ups run in reverse order. */
export function afterFile(cleanUp: () => Promise<void>): void {
  cleanUps.push(cleanUp);
}

afterAll(async () => {
  const errors: unknown[] = [];
  for (const cleanUp of cleanUps.splice(0).reverse())
    await cleanUp().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
});

/**
 * Creates a new location, whose database has the store's schema. It is removed after the last test of the file; if it is
 * shared, with the data of the run.
 */
export function createStoreLocation({ isShared = false } = {}): Promise<StoreLocation> {
  const onEnd = isShared ? () => undefined : afterFile;
  return ENGINE === 'sqlite'
    ? createSqliteLocation(onEnd, copyMigratedFile)
    : createPostgresLocation(onEnd, createMigratedDatabase);
}

/** Creates a new location like {@link createStoreLocation}, with an empty database. */
export function createEmptyStoreLocation(): Promise<StoreLocation> {
  return ENGINE === 'sqlite'
    ? createSqliteLocation(afterFile)
    : createPostgresLocation(afterFile, createEmptyDatabase);
}

type OnEnd = (cleanUp: () => Promise<void>) => void;

async function createSqliteLocation(
  onEnd: OnEnd,
  fill?: (dataDir: string) => Promise<void>,
): Promise<StoreLocation> {
  const dataDir = await createFolder(onEnd);
  await fill?.(dataDir);
  return { dataDir, databaseUrl: undefined, redis: undefined };
}

async function createPostgresLocation(
  onEnd: OnEnd,
  create: typeof createMigratedDatabase,
): Promise<StoreLocation> {
  const { url, drop } = await create();
  onEnd(drop);
  return { dataDir: await createFolder(onEnd), databaseUrl: url, redis: await startRedis(onEnd) };
}

async function createFolder(onEnd: OnEnd): Promise<string> {
  const folder = await mkdtemp(join(runVariable('TEST_RUN_FOLDER'), 'store-'));
  onEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

async function startRedis(onEnd: OnEnd): Promise<TestRedis | undefined> {
  if (!HAS_REDIS) return undefined;
  const redis = await TestRedis.start();
  onEnd(() => redis.remove());
  return redis;
}
