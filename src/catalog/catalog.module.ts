import { Module } from '@nestjs/common';
import { AdminCatalogController } from './admin-catalog.controller.js';
import { AdminCatalogService } from './admin-catalog.service.js';
import { CatalogCache } from './catalog-cache.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogService } from './catalog.service.js';
import { MoveStock } from './move-stock.js';
import { ProductCards } from './product-card.js';
import { ProductChanges } from './product-changes.js';
import { ProductPictures } from './product-pictures.js';
import { ProductSearch } from './product-search.js';
import { SectionChanges } from './section-changes.js';
import { Stock } from './stock.js';

@Module({
  controllers: [CatalogController, AdminCatalogController],
  providers: [
    AdminCatalogService,
    CatalogCache,
    CatalogService,
    MoveStock,
    ProductCards,
    ProductChanges,
    ProductPictures,
    ProductSearch,
    SectionChanges,
    Stock,
  ],
  exports: [CatalogService, MoveStock, ProductChanges, ProductPictures, SectionChanges, Stock],
})
export class CatalogModule {}
