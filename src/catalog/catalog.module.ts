import { Module } from '@nestjs/common';
import { StockModule } from '../stock/stock.module.js';
import { AdminCatalogController } from './admin-catalog.controller.js';
import { AdminCatalogService } from './admin-catalog.service.js';
import { BulkProductChanges } from './bulk-product-changes.js';
import { CatalogExports } from './catalog-exports.js';
import { CatalogCache } from './catalog-cache.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogService } from './catalog.service.js';
import { ChangeProducts } from './change-products.js';
import { OrderSections } from './order-sections.js';
import { ProductCards } from './product-card.js';
import { ProductChanges } from './product-changes.js';
import { ProductPictures } from './product-pictures.js';
import { ProductSearch } from './product-search.js';
import { SectionChanges } from './section-changes.js';
import { StockMovementsController } from './stock-movements.controller.js';

@Module({
  imports: [StockModule],
  controllers: [CatalogController, AdminCatalogController, StockMovementsController],
  providers: [
    AdminCatalogService,
    BulkProductChanges,
    CatalogExports,
    CatalogCache,
    CatalogService,
    ChangeProducts,
    OrderSections,
    ProductCards,
    ProductChanges,
    ProductPictures,
    ProductSearch,
    SectionChanges,
  ],
  exports: [
    BulkProductChanges,
    CatalogService,
    ProductChanges,
    ProductPictures,
    ProductSearch,
    SectionChanges,
  ],
})
export class CatalogModule {}
