import { CacheMetrics, type CacheGroupMetrics } from '../../../src/platform/cache/cache-metrics.js';
import { SharedCache } from '../../../src/platform/cache/shared-cache.js';
import { testConfig } from '../stores/config.js';
import { afterwards } from '../stores/engine.js';
import { sleep } from './processes.js';

/** What a change may take until it is seen everywhere, in milliseconds. */
export const SEEN = 2000;

/** A process' cache, and what it counts. */
export interface Replica {
  readonly cache: SharedCache;
  readonly figures: CacheMetrics;
}

/** A store's cache as a process has it, beside others that use the same PostgreSQL. */
export function newReplica(redisUrl?: string): Replica {
  const config = testConfig({
    DATABASE_URL: 'postgres://nobody@127.0.0.1/nothing',
    CACHE_REDIS_URL: redisUrl,
  });
  const figures = new CacheMetrics();
  const cache = new SharedCache(config, figures);
  cache.onModuleInit();
  afterwards(() => cache.onApplicationShutdown());
  return { cache, figures };
}

/** A database of one value, which counts how often it is read. */
export class Truth {
  value = 'old';
  loads = 0;

  readonly load = async (): Promise<string> => {
    this.loads += 1;
    const { value } = this;
    await sleep(5);
    return value;
  };

  /** What a replica answers to who asks it for that value. */
  askedOf({ cache }: Replica, key = 'key'): Promise<string> {
    return cache.wrap('catalog', key, this.load);
  }
}

/** What a replica has counted of the catalogue. */
export function figuresOf({ figures }: Replica): CacheGroupMetrics {
  const catalog = figures.byGroup().find(({ group }) => group === 'catalog');
  if (catalog === undefined) throw new Error('There are no figures of the catalogue.');
  return catalog;
}

/** Asks again and again until the answer is the one, and gives how long that took. */
export async function seenAfter(truth: Truth, replica: Replica, value: string): Promise<number> {
  const began = performance.now();
  while ((await truth.askedOf(replica)) !== value) {
    if (performance.now() - began > 10_000) throw new Error(`${value} was never seen.`);
    await sleep(5);
  }
  return performance.now() - began;
}
