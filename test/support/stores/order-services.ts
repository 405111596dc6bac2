import { CartService } from '../../../src/cart/cart.service.js';
import { Addresses } from '../../../src/customers/addresses/addresses.js';
import { OrderWriter } from '../../../src/orders/checkout/order-writer.js';
import { PlaceOrder } from '../../../src/orders/checkout/place-order.js';
import { AuditTrail } from '../../../src/platform/audit/audit-trail.js';
import type { Config } from '../../../src/platform/config/config.js';
import type { Database } from '../../../src/platform/database/database.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { ChangeSignals } from '../../../src/platform/realtime/change-signals.js';
import { SettingsService } from '../../../src/settings/settings.service.js';
import { StockCache } from '../../../src/stock/stock-cache.js';
import { Stock } from '../../../src/stock/stock.js';
import { CurrentTaxes } from '../../../src/taxes/current-taxes.js';
import { testConfig } from './config.js';
import { newSharedCache } from './shared-cache.js';
import type { TestClock } from './test-clock.js';

interface OrderServices {
  readonly config: Config;
  readonly signals: ChangeSignals;
  readonly settings: SettingsService;
  readonly taxes: CurrentTaxes;
  readonly cart: CartService;
  readonly stock: Stock;
  readonly writer: OrderWriter;
  readonly placeOrder: PlaceOrder;
}

/** Creates what takes orders, as a process of the store has it. @param variables environment variables of the process */
export function createOrderServices(
  database: Database,
  clock: TestClock,
  variables: Readonly<Record<string, string>> = {},
): OrderServices {
  const config = testConfig(variables);
  const cache = newSharedCache();
  const signals = new ChangeSignals(config);
  const settings = new SettingsService(database, cache, new AuditTrail(clock), clock, config, signals);
  const taxes = new CurrentTaxes(database, cache, clock, config, settings);
  const cart = new CartService(database, clock, config, settings, taxes);
  const stock = new Stock(clock, signals, new StockCache(cache));
  const outbox = new Outbox(clock);
  const addresses = new Addresses(clock);
  const writer = new OrderWriter(stock, addresses, outbox, clock, config, settings, taxes, signals);
  return {
    signals,
    config,
    settings,
    taxes,
    cart,
    stock,
    writer,
    placeOrder: new PlaceOrder(database, cart, writer, config),
  };
}
