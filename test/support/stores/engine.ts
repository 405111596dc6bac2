import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HAS_REDIS, TestRedis } from '../servers/redis.js';
import { createDatabase } from './test-databases.js';

/** Database engine of this Jest project. */
export const ENGINE = (globalThis as { TEST_ENGINE?: 'sqlite' | 'postgres' }).TEST_ENGINE ?? 'sqlite';

/**
 * Returns `describe`, or `describe.skip` if its tests cannot run: because the engine differs, or a server program is
 * missing on this machine. The run reports skipped tests. With `REQUIRE_ENGINES=all`, a missing program fails the run
 * before the first test.
 */
export const describeWhere = (canRun: boolean): typeof describe => (canRun ? describe : describe.skip);

/** Location of a store: a folder and, on PostgreSQL, a database and a Redis. All are empty. */
export interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Undefined on SQLite, which uses the in-process queue, and if redis-server is missing. */
  readonly redis: TestRedis | undefined;
}

const cleanUps: (() => Promise<void>)[] = [];

/** Registers a clean-up after the last test of the file. Clean-ups run in reverse order. */
export function afterwards(cleanUp: () => Promise<void>): void {
  cleanUps.push(cleanUp);
}

afterAll(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Creates a new location on the project's engine. It is removed after the last test of the file. */
export async function newPlace(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'grocery-store-test-'));
  afterwards(() => rm(dataDir, { recursive: true, force: true, maxRetries: 3 }));
  if (ENGINE === 'sqlite') return { dataDir, databaseUrl: undefined, redis: undefined };
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (serverUrl === undefined)
    throw new Error('TEST_DATABASE_URL is not set: no PostgreSQL server was started for this run.');
  const { url, drop } = await createDatabase(serverUrl);
  afterwards(drop);
  return { dataDir, databaseUrl: url, redis: await newRedis() };
}

async function newRedis(): Promise<TestRedis | undefined> {
  if (!HAS_REDIS) return undefined;
  const redis = await TestRedis.start();
  afterwards(() => redis.remove());
  return redis;
}
