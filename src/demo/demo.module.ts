import { Module, type DynamicModule } from '@nestjs/common';
import { CartModule } from '../cart/cart.module.js';
import { CatalogModule } from '../catalog/catalog.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { SectionRequestsModule } from '../section-requests/section-requests.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { StockModule } from '../stock/stock.module.js';
import { StockSheetsModule } from '../stock-sheets/stock-sheets.module.js';
import { TaxesModule } from '../taxes/taxes.module.js';
import { UsersModule } from '../users/users.module.js';
import { DemoCredits } from './demo-credits.js';
import { DemoInventory } from './demo-inventory.js';
import { DemoOrders } from './demo-orders.js';
import { DemoRequests } from './demo-requests.js';
import { DemoSheets } from './demo-sheets.js';
import { DemoStore } from './demo-store.js';
import { DemoTaxes } from './demo-taxes.js';
import { DemoActivity } from './people/demo-activity.js';
import { DemoPeople } from './people/demo-people.js';
import { SimulatedClock } from './simulated-clock.js';

@Module({})
export class DemoModule {
  /** @param clock clock of the entire program while the demo store is created */
  static with(clock: SimulatedClock): DynamicModule {
    return {
      module: DemoModule,
      imports: [
        CartModule,
        CatalogModule,
        DocumentsModule,
        OrdersModule,
        SectionRequestsModule,
        SettingsModule,
        StockModule,
        StockSheetsModule,
        TaxesModule,
        UsersModule,
      ],
      providers: [
        { provide: SimulatedClock, useValue: clock },
        DemoCredits,
        DemoRequests,
        DemoInventory,
        DemoSheets,
        DemoTaxes,
        DemoStore,
        DemoOrders,
        DemoPeople,
        DemoActivity,
      ],
    };
  }
}
