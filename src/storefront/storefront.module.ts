import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { PageContents } from './page-contents.js';
import { PageDescriptions } from './page-descriptions.js';
import { PageDrawing } from './page-drawing.js';
import { ShopDocuments } from './shop-documents.js';
import { ShopFiles } from './shop-files.js';
import { Sitemap } from './sitemap.js';

/** What the server says of the shop's pages before the shop itself runs: to browsers, and to those who search the web. */
@Module({
  imports: [CatalogModule],
  providers: [PageContents, PageDescriptions, PageDrawing, ShopDocuments, ShopFiles, Sitemap],
  exports: [ShopDocuments, ShopFiles, Sitemap],
})
export class StorefrontModule {}
