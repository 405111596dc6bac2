import { createCache, type Cache } from 'cache-manager';
import { SECOND_MS } from '../common/durations.js';
import type { CacheGroup } from './cache-group.js';
import type { CacheMetrics } from './cache-metrics.js';
import { Generation } from './generation.js';
import { MemoryTier } from './memory-tier.js';

/** Lifetime in memory while other processes may change the database without notifying this one. */
const UNNOTIFIED_MEMORY_TTL_MS = SECOND_MS;

/** Settings for the cache of a group. */
export interface CacheGroupOptions {
  /** True if other processes may change the same database. */
  readonly isDatabaseShared: boolean;
  readonly metrics: CacheMetrics;
}

/** Values of one group: in this process's memory, and behind it in Redis. */
export class CachedGroup {
  readonly generation = new Generation(() => {
    this.memory.clear();
    this.changes += 1;
    this.lastGroupChange = this.changes;
  });
  private readonly memory: MemoryTier;
  /** Keys that changed since the last invalidation of the group, each with the number of its change. */
  private readonly changed = new Map<string, number>();
  /** Number of all changes, of the whole group and of single keys. */
  private changes = 0;
  private lastGroupChange = 0;
  private readonly memoryCache: Cache;
  /** Without notifications from other processes, only the lifetime limits how stale a value can be. */
  private readonly memoryTtlMs: number | undefined;
  private readonly metrics: CacheMetrics;

  /** @param tieredCache memory, and behind it Redis if it is configured */
  constructor(
    readonly name: CacheGroup,
    private readonly tieredCache: Cache,
    { isDatabaseShared, metrics }: CacheGroupOptions,
  ) {
    this.memory = memoryTierOf(tieredCache);
    this.memoryCache = createCache({ stores: tieredCache.stores.slice(0, 1) });
    this.memoryTtlMs = isDatabaseShared ? UNNOTIFIED_MEMORY_TTL_MS : undefined;
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

/** Returns the first tier of a cache, to read it without a promise. */
function memoryTierOf({ stores }: Cache): MemoryTier {
  const tier: unknown = stores[0]?.store;
  if (!(tier instanceof MemoryTier)) throw new TypeError('The first store of a group is its memory tier.');
  return tier;
}
