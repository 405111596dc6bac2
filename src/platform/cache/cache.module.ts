import { Global, Module } from '@nestjs/common';
import { CacheMetrics } from './cache-metrics.js';
import { SharedCache } from './shared-cache.js';

@Global()
@Module({ providers: [CacheMetrics, SharedCache], exports: [CacheMetrics, SharedCache] })
export class CacheModule {}
