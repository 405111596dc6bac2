import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogModule } from '../catalog/catalog.module.js';
import { BackgroundTasksModule } from '../platform/background-tasks/background-tasks.module.js';
import { TaskExpiry } from '../platform/background-tasks/task-expiry.js';
import { RetentionRegistry } from '../platform/retention/retention-tasks.js';
import { UsersModule } from '../users/users.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { CustomersModule } from '../customers/customers.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { StockModule } from '../stock/stock.module.js';
import { CustomerImports } from './customers/customer-imports.js';
import { WriteCustomers } from './customers/write-customers.js';
import { ImportChange } from './import-change.entity.js';
import { ImportRowError } from './import-row-error.entity.js';
import { ImportedRow } from './import-row.entity.js';
import { IMPORTS } from './import-task.js';
import { Import } from './import.entity.js';
import { ImportsController } from './imports.controller.js';
import { ImportsProcessor } from './imports.processor.js';
import { ImportsService } from './imports.service.js';
import { OrderImports } from './orders/order-imports.js';
import { ChangeImports } from './kinds/change-imports.js';
import { ApplyProducts } from './products/apply-products.js';
import { ProductImports } from './products/product-imports.js';
import { CheckAgain } from './reading/check-again.js';
import { CreateMissingSections } from './reading/create-missing-sections.js';
import { ReadFile } from './reading/read-file.js';
import { RememberedColumn } from './reading/remembered-columns.entity.js';
import { RememberedColumns } from './reading/remembered-columns.js';
import { ApplyImport } from './requests/apply-import.js';
import { ImportQueue } from './requests/import-queue.js';
import { RequestImport } from './requests/request-import.js';
import { ImportFormats } from './rows/import-formats.js';
import { RunImport } from './run-import.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Import, ImportChange, ImportRowError, ImportedRow, RememberedColumn]),
    BackgroundTasksModule,
    CatalogModule,
    CustomersModule,
    InvitationsModule,
    OrdersModule,
    StockModule,
    UsersModule,
  ],
  controllers: [ImportsController],
  providers: [
    ApplyImport,
    ImportQueue,
    ApplyProducts,
    ChangeImports,
    CheckAgain,
    CreateMissingSections,
    CustomerImports,
    ImportFormats,
    ImportsProcessor,
    ImportsService,
    OrderImports,
    ProductImports,
    ReadFile,
    RememberedColumns,
    RequestImport,
    RunImport,
    WriteCustomers,
  ],
})
export class ImportsModule {
  constructor(retention: RetentionRegistry, expiry: TaskExpiry) {
    retention.add({ name: 'imports', run: (now) => expiry.run(IMPORTS, now) });
  }
}
