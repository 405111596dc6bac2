import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HAS_REDIS, TestRedis } from '../servers/redis.js';
import { createDatabase } from './test-databases.js';

/** The database that the tests of this Jest project run on. */
export const ENGINE = (globalThis as { TEST_ENGINE?: 'sqlite' | 'postgres' }).TEST_ENGINE ?? 'sqlite';

/**
 * `describe` where its tests can run, for what only one engine does, or needs a server program that this machine may lack. Where it
 * is left out the run says so; with `REQUIRE_ENGINES=all` a missing program is a failure before the first test.
 */
export const describeWhere = (canRun: boolean): typeof describe => (canRun ? describe : describe.skip);

/** A place where a store can live: a folder, and beside PostgreSQL, where jobs wait in Redis, those two. All are empty. */
export interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Of its own; undefined on SQLite, whose jobs wait in the process, and where there is no redis-server. */
  readonly redis: TestRedis | undefined;
}

const leftovers: (() => Promise<void>)[] = [];

/** Something to do after the last test of the file. What came last is done first. */
export function afterwards(cleanUp: () => Promise<void>): void {
  leftovers.push(cleanUp);
}

afterAll(async () => {
  for (const cleanUp of leftovers.splice(0).reverse()) await cleanUp();
});

/** A new place on the project's engine, which is gone after the last test of the file. */
export async function newPlace(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'grocery-store-test-'));
  afterwards(() => rm(dataDir, { recursive: true, force: true, maxRetries: 3 }));
  if (ENGINE === 'sqlite') return { dataDir, databaseUrl: undefined, redis: undefined };
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (serverUrl === undefined)
    throw new Error('There is no PostgreSQL: its server was not started for this run.');
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
