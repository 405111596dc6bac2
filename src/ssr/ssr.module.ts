import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { PageDataLoader } from './page-data.js';
import { PageDescriptions } from './seo/page-descriptions.js';
import { Sitemap } from './seo/sitemap.js';
import { ShopAssets } from './shop-assets.js';
import { ShopDocuments } from './shop-documents.js';
import { SsrRenderer } from './ssr-renderer.js';

/** Server-rendered pages of the shop, for browsers before its scripts run, and for search engines. */
@Module({
  imports: [CatalogModule],
  providers: [PageDataLoader, PageDescriptions, SsrRenderer, ShopDocuments, ShopAssets, Sitemap],
  exports: [ShopDocuments, ShopAssets, Sitemap],
})
export class SsrModule {}
