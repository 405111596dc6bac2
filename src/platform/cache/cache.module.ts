import { Global, Module } from '@nestjs/common';
import { CacheFigures } from './cache-metrics.js';
import { StoreCache } from './shared-cache.js';

@Global()
@Module({ providers: [CacheFigures, StoreCache], exports: [CacheFigures, StoreCache] })
export class CacheModule {}
