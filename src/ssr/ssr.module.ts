import { Module } from '@nestjs/common';
import { PublicApi } from './public-api.js';
import { Sitemap } from './seo/sitemap.js';
import { ShopAssets } from './shop-assets.js';
import { ShopDocuments } from './shop-documents.js';
import { SsrRenderer } from './ssr-renderer.js';

/** Server-rendered pages of the shop, for browsers before its scripts run, and for search engines. */
@Module({
  providers: [PublicApi, SsrRenderer, ShopDocuments, ShopAssets, Sitemap],
  exports: [PublicApi, ShopDocuments, ShopAssets, Sitemap],
})
export class SsrModule {}
