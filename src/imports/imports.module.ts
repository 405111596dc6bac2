import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { StockModule } from '../stock/stock.module.js';
import { CancelImport } from './cancel-import.js';
import { ExpireImports } from './expire-imports.js';
import { ImportFiles } from './import-files.js';
import { ImportProgress } from './import-progress.js';
import { ImportsController } from './imports.controller.js';
import { ImportsProcessor } from './imports.processor.js';
import { ImportsService } from './imports.service.js';
import { ApplyImport } from './products/apply-import.js';
import { ApplyProducts } from './products/apply-products.js';
import { ValidateProducts } from './products/validate-products.js';
import { RequestImport } from './request-import.js';
import { RunImport } from './run-import.js';

@Module({
  imports: [CatalogModule, StockModule],
  controllers: [ImportsController],
  providers: [
    ApplyImport,
    ApplyProducts,
    CancelImport,
    ExpireImports,
    ImportFiles,
    ImportProgress,
    ImportsProcessor,
    ImportsService,
    RequestImport,
    RunImport,
    ValidateProducts,
  ],
  exports: [ExpireImports, RunImport],
})
export class ImportsModule {}
