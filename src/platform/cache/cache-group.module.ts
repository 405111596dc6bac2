import { CACHE_MANAGER, CacheModule } from '@nestjs/cache-manager';
import { Module, type DynamicModule } from '@nestjs/common';
import type { Cache } from 'cache-manager';
import { Keyv } from 'keyv';
import { SECOND_MS } from '../common/durations.js';
import { Config } from '../config/config.js';
import type { CacheGroup } from './cache-group.js';
import { CacheMetrics } from './cache-metrics.js';
import { CachedGroup } from './cached-group.js';
import { MemoryTier } from './memory-tier.js';
import { RedisConnection } from './redis-connection.js';
import { RedisTier } from './redis-tier.js';

/** Maximum number of values of a group in a process's memory. A page of a hundred products takes 60 kB. */
const MAX_ENTRIES = 500;
/** Lifetime in memory while the process is notified of every change. */
const MEMORY_TTL_MS = 5 * SECOND_MS;
const REDIS_TTL_MS = 10 * SECOND_MS;

/** Returns the token of a group's {@link CachedGroup}. */
export const cachedGroupToken = (group: CacheGroup): string => `CachedGroup ${group}`;

/** A group of cached values. `CacheModule` creates a cache for each import, so each group has its own. */
@Module({})
export class CacheGroupModule {
  static register(group: CacheGroup): DynamicModule {
    return {
      module: CacheGroupModule,
      imports: [
        CacheModule.registerAsync({
          inject: [RedisConnection, CacheMetrics],
          useFactory: (connection: RedisConnection | undefined, metrics: CacheMetrics) => ({
            stores: [
              memoryKeyv(),
              ...(connection === undefined ? [] : [redisKeyv(group, connection, metrics)]),
            ],
          }),
        }),
      ],
      providers: [
        {
          provide: cachedGroupToken(group),
          inject: [CACHE_MANAGER, CacheMetrics, Config],
          useFactory: (cache: Cache, metrics: CacheMetrics, { databaseUrl }: Config) =>
            new CachedGroup(group, cache, { isDatabaseShared: databaseUrl !== undefined, metrics }),
        },
      ],
      exports: [cachedGroupToken(group)],
    };
  }
}

/** Creates the memory tier of a group. */
export function memoryKeyv(): Keyv {
  const keyv = new Keyv({ store: new MemoryTier(MAX_ENTRIES), useKeyPrefix: false, ttl: MEMORY_TTL_MS });
  // Values in memory stay objects: nothing is serialized.
  keyv.serialize = undefined;
  keyv.deserialize = undefined;
  return keyv;
}

function redisKeyv(group: CacheGroup, connection: RedisConnection, metrics: CacheMetrics): Keyv {
  return new Keyv({
    store: new RedisTier(connection, group, metrics),
    namespace: `cache:${group}`,
    useKeyPrefix: false,
    ttl: REDIS_TTL_MS,
    serialize: JSON.stringify,
    deserialize: JSON.parse,
  });
}
