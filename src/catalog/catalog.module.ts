import { Module } from '@nestjs/common';
import { StockModule } from '../stock/stock.module.js';
import { AdminCatalogController } from './admin/admin-catalog.controller.js';
import { AdminCatalogService } from './admin/admin-catalog.service.js';
import { BulkUpdateProducts } from './admin/bulk-update-products.js';
import { CatalogExports } from './admin/catalog-exports.js';
import { ProductBatchWriter } from './admin/product-batch-writer.js';
import { ProductWriter } from './admin/product-writer.js';
import { ReorderSections } from './admin/reorder-sections.js';
import { SectionWriter } from './admin/section-writer.js';
import { StockMovementsController } from './admin/stock-movements.controller.js';
import { CatalogCache } from './catalog-cache.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogService } from './catalog.service.js';
import { ProductImages } from './images/product-images.js';
import { ProductJson } from './product-json.js';
import { ProductSearch } from './search/product-search.js';

@Module({
  imports: [StockModule],
  controllers: [CatalogController, AdminCatalogController, StockMovementsController],
  providers: [
    AdminCatalogService,
    ProductBatchWriter,
    CatalogExports,
    CatalogCache,
    CatalogService,
    BulkUpdateProducts,
    ReorderSections,
    ProductJson,
    ProductWriter,
    ProductImages,
    ProductSearch,
    SectionWriter,
  ],
  exports: [ProductBatchWriter, CatalogService, ProductWriter, ProductImages, ProductSearch, SectionWriter],
})
export class CatalogModule {}
