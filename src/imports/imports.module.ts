import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/catalog.module.js';
import { BackgroundTasksModule } from '../platform/background-tasks/background-tasks.module.js';
import { TaskExpiry } from '../platform/background-tasks/task-expiry.js';
import { RetentionRegistry } from '../platform/retention/retention-tasks.js';
import { StockModule } from '../stock/stock.module.js';
import { ImportRowError } from './import-row-error.entity.js';
import { ImportedRow } from './import-row.entity.js';
import { IMPORTS } from './import-task.js';
import { Import } from './import.entity.js';
import { ImportsController } from './imports.controller.js';
import { ImportsProcessor } from './imports.processor.js';
import { ImportsService } from './imports.service.js';
import { ApplyImport } from './products/apply-import.js';
import { ApplyProducts } from './products/apply-products.js';
import { ImportFormats } from './products/import-formats.js';
import { ValidateProducts } from './products/validate-products.js';
import { CheckAgain } from './reading/check-again.js';
import { CreateMissingSections } from './reading/create-missing-sections.js';
import { ReadFile } from './reading/read-file.js';
import { RememberedColumn } from './reading/remembered-columns.entity.js';
import { RememberedColumns } from './reading/remembered-columns.js';
import { RequestImport } from './request-import.js';
import { RunImport } from './run-import.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Import, ImportRowError, ImportedRow, RememberedColumn]),
    BackgroundTasksModule,
    CatalogModule,
    StockModule,
  ],
  controllers: [ImportsController],
  providers: [
    ApplyImport,
    ApplyProducts,
    CheckAgain,
    CreateMissingSections,
    ImportFormats,
    ImportsProcessor,
    ImportsService,
    ReadFile,
    RememberedColumns,
    RequestImport,
    RunImport,
    ValidateProducts,
  ],
})
export class ImportsModule {
  constructor(retention: RetentionRegistry, expiry: TaskExpiry) {
    retention.add({ name: 'imports', run: (now) => expiry.run(IMPORTS, now) });
  }
}
