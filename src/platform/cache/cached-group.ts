import { createCache, type Cache } from 'cache-manager';
import { Keyv } from 'keyv';
import type { CacheGroup } from './cache-group.js';
import type { CacheMetrics } from './cache-metrics.js';
import { Generation } from './generation.js';
import { MemoryTier } from './memory-tier.js';

/** Values of a group that a process remembers at most. A page of a hundred products has 60 kB. */
const MAX_ENTRIES = 500;
const SECOND = 1000;
/** How long a value is remembered, while the process is told of every change. */
const MEMORY_TTL_MS = 5 * SECOND;
const REDIS_TTL_MS = 10 * SECOND;

/** How a group is cached: alone or with others, and with whom. */
export interface CacheGroupOptions {
  /** Whether other processes may change the same database. */
  readonly hasOthers: boolean;
  /** The level that is shared with them; undefined without Redis. */
  readonly redisLevel: object | undefined;
  readonly metrics: CacheMetrics;
}

/** One group's values: in this process's memory, and behind it in Redis. */
export class CachedGroup {
  readonly generation = new Generation(() => {
    this.memory.clear();
    this.changes += 1;
    this.lastChangeOfAll = this.changes;
  });
  private readonly memory = new MemoryTier(MAX_ENTRIES);
  /** Keys whose values have changed since the last raise, and which change of the group it was. */
  private readonly changed = new Map<string, number>();
  /** Counts all changes: of everything, and of some keys. */
  private changes = 0;
  private lastChangeOfAll = 0;
  /** Memory alone. */
  private readonly near: Cache;
  /** Memory, and then Redis. */
  private readonly far: Cache;
  private readonly nearAge: number;
  private readonly metrics: CacheMetrics;

  constructor(
    readonly name: CacheGroup,
    { hasOthers, redisLevel, metrics }: CacheGroupOptions,
  ) {
    const memory = new Keyv({ store: this.memory, useKeyPrefix: false, ttl: MEMORY_TTL_MS });
    // What is in memory stays the object that it is.
    memory.serialize = undefined;
    memory.deserialize = undefined;
    this.near = createCache({ stores: [memory] });
    this.far =
      redisLevel === undefined ? this.near : createCache({ stores: [memory, inRedis(name, redisLevel)] });
    // Where nobody tells of others' changes, age alone keeps what is shown from being older than they may be.
    this.nearAge = hasOthers ? SECOND : MEMORY_TTL_MS;
    this.metrics = metrics;
  }

  /** What is kept under a key, or else what `load` gives, once for all who ask at the same time. */
  async wrap<T>(key: string, load: () => Promise<T>): Promise<T> {
    this.metrics.count(this.name, 'asked');
    const { token, isShared } = this.generation;
    const change = this.changed.get(key);
    const whole = change === undefined ? `${token}:${key}` : `${token}~${change}:${key}`;
    const kept = this.memory.fresh(whole);
    if (kept !== undefined) {
      this.metrics.count(this.name, 'memoryHits');
      return kept.value as T;
    }
    const counted = (): Promise<T> => {
      this.metrics.count(this.name, 'loads');
      return load();
    };
    return isShared && change === undefined
      ? this.far.wrap(whole, counted)
      : this.near.wrap(whole, counted, this.nearAge);
  }

  /** Rises whenever what was kept under the key may be given no more. */
  version(key: string): number {
    return Math.max(this.lastChangeOfAll, this.changed.get(key) ?? 0);
  }

  /** Leaves all values behind. @returns what the generation's raise gives */
  raise(): number {
    this.changed.clear();
    return this.generation.raise();
  }

  /** Which change of the group was the last. */
  get dropped(): number {
    return this.changes;
  }

  /**
   * Goes on to a number that Redis has given for a raise.
   *
   * @param dropped the last change before the raise: what was dropped until then is under the new number as all else is
   */
  moveOn(number: number, dropped: number): void {
    this.generation.follow(number);
    for (const [key, change] of this.changed) if (change <= dropped) this.changed.delete(key);
  }

  /** Leaves the values of some keys behind in this process: until the next raise they are not shared. */
  drop(keys: readonly string[]): void {
    this.changes += 1;
    for (const key of keys) this.changed.set(key, this.changes);
  }
}

function inRedis(name: CacheGroup, store: object): Keyv {
  return new Keyv({
    store,
    namespace: `cache:${name}`,
    useKeyPrefix: false,
    ttl: REDIS_TTL_MS,
    serialize: JSON.stringify,
    deserialize: JSON.parse,
  });
}
