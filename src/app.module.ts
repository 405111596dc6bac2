import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CacheModule } from './cache/cache.module.js';
import { CartModule } from './cart/cart.module.js';
import { CatalogModule } from './catalog/catalog.module.js';
import type { Clock } from './common/clock.js';
import { ClockModule } from './common/clock.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import type { Database } from './database/database.js';
import { DatabaseModule } from './database/database.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { OpsModule } from './ops/ops.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { SectionRequestsModule } from './section-requests/section-requests.module.js';
import { StoreModule } from './store/store.module.js';
import { UsersModule } from './users/users.module.js';

/** What the store stands on, made before Nest starts. */
export interface Ground {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
}

/** The module, and the configuration that the HTTP server needs before any provider exists. */
export interface Program extends DynamicModule {
  readonly config: Config;
}

@Module({})
export class AppModule {
  static with({ config, database, clock }: Ground): Program {
    return {
      module: AppModule,
      config,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(database),
        ClockModule.with(clock),
        CacheModule,
        JobsModule,
        AuditModule,
        AuthModule,
        CartModule,
        CatalogModule,
        OpsModule,
        OrdersModule,
        SectionRequestsModule,
        StoreModule,
        UsersModule,
      ],
    };
  }
}
