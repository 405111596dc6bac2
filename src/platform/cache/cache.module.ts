import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { CACHE_GROUPS } from './cache-group.js';
import { cachedGroupToken, CacheGroupModule } from './cache-group.module.js';
import { CacheMetrics } from './cache-metrics.js';
import type { CachedGroup } from './cached-group.js';
import { RedisConnection } from './redis-connection.js';
import { INVALIDATION_CHANNEL } from './redis-generations.js';
import { SharedCache } from './shared-cache.js';

@Global()
@Module({
  imports: CACHE_GROUPS.map((group) => CacheGroupModule.register(group)),
  providers: [
    CacheMetrics,
    {
      provide: RedisConnection,
      inject: [Config, CacheMetrics],
      useFactory: ({ cacheRedisUrl }: Config, metrics: CacheMetrics) =>
        cacheRedisUrl && new RedisConnection(cacheRedisUrl, INVALIDATION_CHANNEL, metrics),
    },
    {
      provide: SharedCache,
      inject: [RedisConnection, ...CACHE_GROUPS.map(cachedGroupToken)],
      useFactory: (connection: RedisConnection | undefined, ...groups: CachedGroup[]) =>
        new SharedCache(groups, connection),
    },
  ],
  exports: [CacheMetrics, RedisConnection, SharedCache],
})
export class SharedCacheModule {}
