import { Global, Module } from '@nestjs/common';
import { CacheFigures } from './cache-figures.js';
import { StoreCache } from './store-cache.js';

@Global()
@Module({ providers: [CacheFigures, StoreCache], exports: [CacheFigures, StoreCache] })
export class CacheModule {}
