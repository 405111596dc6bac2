import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StockModule } from '../stock/stock.module.js';
import { AdminProductsController } from './admin/admin-products.controller.js';
import { AdminProductsService } from './admin/admin-products.service.js';
import { BulkUpdateProducts } from './admin/bulk-update-products.js';
import { CatalogExports } from './admin/catalog-exports.js';
import { ProductBatchWriter } from './admin/product-batch-writer.js';
import { ProductWriter } from './admin/product-writer.js';
import { AdminSectionsController } from './admin/sections/admin-sections.controller.js';
import { AdminSectionsService } from './admin/sections/admin-sections.service.js';
import { ReorderSections } from './admin/sections/reorder-sections.js';
import { SectionWriter } from './admin/sections/section-writer.js';
import { StockMovementsController } from './admin/stock-movements.controller.js';
import { CatalogCache } from './catalog-cache.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogService } from './catalog.service.js';
import { Barcode } from './codes/barcode.entity.js';
import { FormerSlug } from './former-slug.entity.js';
import { ProductImages } from './images/product-images.js';
import { PriceHistory } from './prices/price-history.entity.js';
import { ProductCards } from './product-cards.js';
import { ProductJson } from './product-json.js';
import { Product } from './product.entity.js';
import { NearestSection } from './search/nearest-section.js';
import { ProductIndex } from './search/product-index.js';
import { ProductSearch } from './search/product-search.js';
import { Section } from './section.entity.js';
import { CurrentThesaurus } from './thesaurus/current-thesaurus.js';
import { SynonymGroup } from './thesaurus/synonym-group.entity.js';
import { SynonymsController } from './thesaurus/synonyms.controller.js';
import { SynonymsService } from './thesaurus/synonyms.service.js';
import { ProductWish } from './wishes/product-wish.entity.js';
import { WishesController } from './wishes/wishes.controller.js';
import { WishesService } from './wishes/wishes.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Barcode,
      FormerSlug,
      PriceHistory,
      Product,
      ProductWish,
      Section,
      SynonymGroup,
    ]),
    StockModule,
  ],
  controllers: [
    CatalogController,
    AdminSectionsController,
    AdminProductsController,
    StockMovementsController,
    SynonymsController,
    WishesController,
  ],
  providers: [
    AdminProductsService,
    AdminSectionsService,
    ProductBatchWriter,
    CatalogExports,
    CatalogCache,
    CatalogService,
    CurrentThesaurus,
    BulkUpdateProducts,
    ReorderSections,
    ProductCards,
    ProductJson,
    ProductWriter,
    ProductImages,
    NearestSection,
    ProductIndex,
    ProductSearch,
    SectionWriter,
    SynonymsService,
    WishesService,
  ],
  exports: [ProductBatchWriter, CatalogService, ProductWriter, ProductImages, ProductIndex, SectionWriter],
})
export class CatalogModule {}
