import { Module } from '@nestjs/common';
import { Schedules } from '../jobs/schedules.js';
import { AdminCatalogController } from './admin-catalog.controller.js';
import { AdminCatalogService } from './admin-catalog.service.js';
import { BulkProductChanges } from './bulk-product-changes.js';
import { CatalogExports } from './catalog-exports.js';
import { CatalogCache } from './catalog-cache.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogProcessor } from './catalog.processor.js';
import { CatalogService } from './catalog.service.js';
import { ChangeProducts } from './change-products.js';
import { CleanUpLowStockAlerts } from './clean-up-low-stock-alerts.js';
import { MoveStock } from './move-stock.js';
import { NoteLowStock } from './note-low-stock.js';
import { OrderSections } from './order-sections.js';
import { ProductCards } from './product-card.js';
import { ProductChanges } from './product-changes.js';
import { ProductPictures } from './product-pictures.js';
import { ProductSearch } from './product-search.js';
import { SectionChanges } from './section-changes.js';
import { SendLowStock } from './send-low-stock.js';
import { Stock } from './stock.js';

@Module({
  controllers: [CatalogController, AdminCatalogController],
  providers: [
    AdminCatalogService,
    BulkProductChanges,
    CatalogExports,
    CatalogProcessor,
    CatalogCache,
    CatalogService,
    ChangeProducts,
    CleanUpLowStockAlerts,
    MoveStock,
    NoteLowStock,
    OrderSections,
    ProductCards,
    ProductChanges,
    ProductPictures,
    ProductSearch,
    SectionChanges,
    SendLowStock,
    Stock,
  ],
  exports: [
    BulkProductChanges,
    CatalogService,
    MoveStock,
    ProductChanges,
    ProductPictures,
    ProductSearch,
    SectionChanges,
    Stock,
  ],
})
export class CatalogModule {
  constructor(schedules: Schedules, sendLowStock: SendLowStock) {
    schedules.register('low-stock', (dueAt) => sendLowStock.run(dueAt));
  }
}
