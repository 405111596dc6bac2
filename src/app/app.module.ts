import { Module, type DynamicModule } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { CartModule } from '../cart/cart.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { DashboardModule } from '../dashboard/dashboard.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { OperationsModule } from '../operations/operations.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { AuditModule } from '../platform/audit/audit.module.js';
import { SharedCacheModule } from '../platform/cache/cache.module.js';
import type { Clock } from '../platform/common/clock.js';
import { ClockModule } from '../platform/common/clock.module.js';
import type { Config } from '../platform/config/config.js';
import { ConfigModule } from '../platform/config/config.module.js';
import type { Database } from '../platform/database/database.js';
import { DatabaseModule } from '../platform/database/database.module.js';
import { ExportsModule } from '../platform/exports/exports.module.js';
import { ThrottlingModule } from '../platform/http/throttling/throttling.module.js';
import { IdempotencyModule } from '../platform/idempotency/idempotency.module.js';
import { MailModule } from '../platform/mail/mail.module.js';
import { RealtimeModule } from '../platform/realtime/realtime.module.js';
import { ReportsModule } from '../reports/reports.module.js';
import { SavedViewsModule } from '../saved-views/saved-views.module.js';
import { SectionRequestsModule } from '../section-requests/section-requests.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { TaxesModule } from '../taxes/taxes.module.js';
import { SsrModule } from '../ssr/ssr.module.js';
import { StockSheetsModule } from '../stock-sheets/stock-sheets.module.js';
import { StoreInfoModule } from '../store-info/store.module.js';
import { UsersModule } from '../users/users.module.js';
import { BackgroundModule } from './background.module.js';

/** Dependencies that are created before Nest starts. */
export interface AppDependencies {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  /** True for a process that runs jobs and dispatches events. Commands only write events. */
  readonly runsJobs?: boolean;
  /** True for a program that makes up a past: no one works on its events, and no one gets a mail about them. */
  readonly makesPast?: boolean;
}

/** The root module, with the configuration that the HTTP server needs before any provider exists. */
export interface Program extends DynamicModule {
  readonly config: Config;
}

@Module({})
export class AppModule {
  static with({ config, database, clock, runsJobs = false, makesPast = false }: AppDependencies): Program {
    return {
      module: AppModule,
      config,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(database),
        ClockModule.with(clock),
        BackgroundModule.with(runsJobs ? config.redisUrl : undefined, makesPast),
        RealtimeModule,
        MailModule,
        SharedCacheModule,
        ThrottlingModule,
        AuditModule,
        AuditLogModule,
        IdempotencyModule,
        AuthModule,
        CartModule,
        CatalogModule,
        DashboardModule,
        ExportsModule,
        ImportsModule,
        InvitationsModule,
        OperationsModule,
        OrdersModule,
        ReportsModule,
        SavedViewsModule,
        SectionRequestsModule,
        SettingsModule,
        TaxesModule,
        StockSheetsModule,
        StoreInfoModule,
        SsrModule,
        UsersModule,
      ],
    };
  }
}
