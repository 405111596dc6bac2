import { createCache, type Cache } from 'cache-manager';
import { Keyv } from 'keyv';
import { SECOND_MS } from '../common/durations.js';
import type { CacheGroup } from './cache-group.js';
import type { CacheMetrics } from './cache-metrics.js';
import { Generation } from './generation.js';
import { MemoryTier } from './memory-tier.js';

/** Maximum number of values of a group in a process's memory. A page of a hundred products takes 60 kB. */
const MAX_ENTRIES = 500;
/** Lifetime in memory while the process is notified of every change. */
const MEMORY_TTL_MS = 5 * SECOND_MS;
/** Lifetime in memory while other processes may change the database without notifying this one. */
const UNNOTIFIED_MEMORY_TTL_MS = SECOND_MS;
const REDIS_TTL_MS = 10 * SECOND_MS;

/** Settings for the cache of a group. */
export interface CacheGroupOptions {
  /** True if other processes may change the same database. */
  readonly isDatabaseShared: boolean;
  /** Tier that is shared with other processes; undefined without Redis. */
  readonly redisTier: object | undefined;
  readonly metrics: CacheMetrics;
}

/** Values of one group: in this process's memory, and behind it in Redis. */
export class CachedGroup {
  readonly generation = new Generation(() => {
    this.memory.clear();
    this.changes += 1;
    this.lastGroupChange = this.changes;
  });
  private readonly memory = new MemoryTier(MAX_ENTRIES);
  /** Keys that changed since the last invalidation of the group, each with the number of its change. */
  private readonly changed = new Map<string, number>();
  /** Number of all changes, of the whole group and of single keys. */
  private changes = 0;
  private lastGroupChange = 0;
  private readonly memoryCache: Cache;
  /** Memory, and behind it Redis. */
  private readonly tieredCache: Cache;
  private readonly memoryTtlMs: number;
  private readonly metrics: CacheMetrics;

  constructor(
    readonly name: CacheGroup,
    { isDatabaseShared: hasOthers, redisTier: redisLevel, metrics }: CacheGroupOptions,
  ) {
    const memory = new Keyv({ store: this.memory, useKeyPrefix: false, ttl: MEMORY_TTL_MS });
    // Values in memory stay objects: nothing is serialized.
    memory.serialize = undefined;
    memory.deserialize = undefined;
    this.memoryCache = createCache({ stores: [memory] });
    this.tieredCache =
      redisLevel === undefined
        ? this.memoryCache
        : createCache({ stores: [memory, redisKeyv(name, redisLevel)] });
    // Without notifications from other processes, only the TTL limits how stale a value can be.
    this.memoryTtlMs = hasOthers ? UNNOTIFIED_MEMORY_TTL_MS : MEMORY_TTL_MS;
    this.metrics = metrics;
  }

  /** Returns the cached value of a key, or else the result of `load`. Concurrent callers share one load. */
  async wrap<T>(key: string, load: () => Promise<T>): Promise<T> {
    this.metrics.count(this.name, 'asked');
    const { token, isShared } = this.generation;
    const change = this.changed.get(key);
    const versionedKey = change === undefined ? `${token}:${key}` : `${token}~${change}:${key}`;
    const cached = this.memory.get(versionedKey);
    if (cached !== undefined) {
      this.metrics.count(this.name, 'memoryHits');
      return cached.value as T;
    }
    const countedLoad = (): Promise<T> => {
      this.metrics.count(this.name, 'loads');
      return load();
    };
    return isShared && change === undefined
      ? this.tieredCache.wrap(versionedKey, countedLoad)
      : this.memoryCache.wrap(versionedKey, countedLoad, this.memoryTtlMs);
  }

  /** Returns a number that increases whenever the cached value of the key becomes invalid. */
  version(key: string): number {
    return Math.max(this.lastGroupChange, this.changed.get(key) ?? 0);
  }

  /** Invalidates all values. @returns the result of {@link Generation.invalidate} */
  invalidate(): number {
    this.changed.clear();
    return this.generation.invalidate();
  }

  /** Number of the latest change in the group. */
  get lastChange(): number {
    return this.changes;
  }

  /**
   * Advances to a number that Redis assigned to an invalidation.
   *
   * @param dropped latest change before the invalidation: keys dropped up to it are cached under the new number again
   */
  advance(number: number, dropped: number): void {
    this.generation.follow(number);
    for (const [key, change] of this.changed) if (change <= dropped) this.changed.delete(key);
  }

  /** Invalidates some keys in this process. Their values are not shared until the group is invalidated. */
  invalidateKeys(keys: readonly string[]): void {
    this.changes += 1;
    for (const key of keys) this.changed.set(key, this.changes);
  }
}

function redisKeyv(name: CacheGroup, store: object): Keyv {
  return new Keyv({
    store,
    namespace: `cache:${name}`,
    useKeyPrefix: false,
    ttl: REDIS_TTL_MS,
    serialize: JSON.stringify,
    deserialize: JSON.parse,
  });
}
