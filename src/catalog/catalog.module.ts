import { Module } from '@nestjs/common';
import { StockModule } from '../stock/stock.module.js';
import { AdminCatalogController } from './admin/admin-catalog.controller.js';
import { AdminCatalogService } from './admin/admin-catalog.service.js';
import { ChangeProducts } from './admin/bulk-update-products.js';
import { CatalogExports } from './admin/catalog-exports.js';
import { BulkProductChanges } from './admin/product-batch-writer.js';
import { ProductChanges } from './admin/product-writer.js';
import { OrderSections } from './admin/reorder-sections.js';
import { SectionChanges } from './admin/section-writer.js';
import { StockMovementsController } from './admin/stock-movements.controller.js';
import { CatalogCache } from './catalog-cache.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogService } from './catalog.service.js';
import { ProductPictures } from './images/product-images.js';
import { ProductCards } from './product-json.js';
import { ProductSearch } from './search/product-search.js';

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
