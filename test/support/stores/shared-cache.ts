import { createCache } from 'cache-manager';
import { CACHE_GROUPS } from '../../../src/platform/cache/cache-group.js';
import { memoryKeyv } from '../../../src/platform/cache/cache-group.module.js';
import { CacheMetrics } from '../../../src/platform/cache/cache-metrics.js';
import { CachedGroup } from '../../../src/platform/cache/cached-group.js';
import { SharedCache } from '../../../src/platform/cache/shared-cache.js';

/** Returns the cache of a single process without Redis. */
export function newSharedCache(): SharedCache {
  const options = { isDatabaseShared: false, metrics: new CacheMetrics() };
  const groups = CACHE_GROUPS.map(
    (name) => new CachedGroup(name, createCache({ stores: [memoryKeyv()] }), options),
  );
  return new SharedCache(groups, undefined);
}
