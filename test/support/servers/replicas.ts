import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CacheMetrics, type CacheGroupMetrics } from '../../../src/platform/cache/cache-metrics.js';
import { SharedCacheModule } from '../../../src/platform/cache/cache.module.js';
import { SharedCache } from '../../../src/platform/cache/shared-cache.js';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { ConfigModule } from '../../../src/platform/config/config.module.js';
import { testConfig } from '../stores/config.js';
import { afterFile } from '../stores/engine.js';
import { LONGEST_WAIT_S, sleep } from './processes.js';

/** Maximum time in milliseconds until a change is visible everywhere. */
export const MAX_VISIBLE_MS = 2 * SECOND_MS;

/** The cache of a process, and its metrics. */
export interface Replica {
  readonly cache: SharedCache;
  readonly metrics: CacheMetrics;
  /** Ends the process. `lastRequest` runs when the modules are destroyed and HTTP is not yet closed. */
  close(lastRequest?: () => Promise<void>): Promise<void>;
}

@Module({})
class Program {}

/** Starts a store's cache as one of several processes on the same PostgreSQL. */
export async function newReplica(redisUrl?: string): Promise<Replica> {
  const config = testConfig({
    DATABASE_URL: 'postgres://unused@127.0.0.1/unused',
    CACHE_REDIS_URL: redisUrl,
  });
  const open = { beforeApplicationShutdown: async (): Promise<void> => undefined };
  const app = await NestFactory.createApplicationContext(
    {
      module: Program,
      imports: [ConfigModule.with(config), SharedCacheModule],
      providers: [{ provide: 'open requests', useValue: open }],
    },
    { logger: false, abortOnError: false },
  );
  afterFile(() => app.close());
  return {
    cache: app.get(SharedCache),
    metrics: app.get(CacheMetrics),
    async close(lastRequest = async () => undefined) {
      open.beforeApplicationShutdown = lastRequest;
      await app.close();
    },
  };
}

/** A data source with one value, which counts how often it is read. */
export class CountingSource {
  value = 'old';
  loads = 0;

  readonly load = async (): Promise<string> => {
    this.loads += 1;
    const { value } = this;
    await sleep(5);
    return value;
  };

  /** Returns the value through the cache of a replica. */
  readThrough({ cache }: Replica, key = 'key'): Promise<string> {
    return cache.wrap('catalog', key, this.load);
  }
}

/** Returns the catalog metrics of a replica. */
export function metricsOf({ metrics }: Replica): CacheGroupMetrics {
  const catalog = metrics.byGroup().find(({ group }) => group === 'catalog');
  if (catalog === undefined) throw new Error('No metrics for the group catalog.');
  return catalog;
}

/** Polls a replica until it returns a value. Returns the time that took in milliseconds. */
export async function timeUntilVisible(
  source: CountingSource,
  replica: Replica,
  value: string,
): Promise<number> {
  const startedAt = performance.now();
  while ((await source.readThrough(replica)) !== value) {
    if (performance.now() - startedAt > LONGEST_WAIT_S * SECOND_MS)
      throw new Error(`Timed out waiting for ${value}.`);
    await sleep(5);
  }
  return performance.now() - startedAt;
}
