import { Injectable } from '@nestjs/common';
import { DAY_MS } from '../platform/common/durations.js';
import { DemoCredits } from './demo-credits.js';
import { DemoInventory } from './demo-inventory.js';
import { DEMO_DAYS, DemoOrders } from './demo-orders.js';
import type { DemoProgress } from './demo-progress.js';
import { DemoRequests } from './demo-requests.js';
import { DemoSheets } from './demo-sheets.js';
import { DemoTaxes } from './demo-taxes.js';
import { DemoActivity } from './people/demo-activity.js';
import { DemoPeople } from './people/demo-people.js';
import { Config } from '../platform/config/config.js';
import { SettingsService } from '../settings/settings.service.js';
import { scaledCatalog } from './scaled-catalog.js';

/** Share of the time that products take; orders take the rest. */
const INVENTORY_SHARE = 0.3;

/** A delivery costs ₹30, and nothing from ₹500 on. */
const CHARGES = { deliveryFee: 3_000, freeDeliveryFrom: 50_000, packingFee: 0 };

/** An invented business: its numbers have the right form, and belong to no one. */
const BUSINESS = {
  name: 'Green Basket (demo)',
  address: { line1: '12, Market Road', line2: 'Malleshwaram', city: 'Bengaluru', postalCode: '560003' },
};
const INDIAN_NUMBERS = { taxNumber: '29AABCG0000D1ZH', licence: '10000000000000' };
const NO_NUMBERS = { taxNumber: '', licence: '' };

/** Size of the demo store. */
export interface DemoSummary {
  readonly products: number;
  readonly orders: number;
}

/** Creates a store as it might be after six weeks: users, products, orders, requests. */
@Injectable()
export class DemoStore {
  constructor(
    private readonly people: DemoPeople,
    private readonly settings: SettingsService,
    private readonly taxes: DemoTaxes,
    private readonly config: Config,
    private readonly inventory: DemoInventory,
    private readonly demoOrders: DemoOrders,
    private readonly credits: DemoCredits,
    private readonly requests: DemoRequests,
    private readonly sheets: DemoSheets,
    private readonly activity: DemoActivity,
  ) {}

  /** @param products number of products, if more than in the demo catalog, for measurements */
  async make(products: number, now: number, onProgress: DemoProgress): Promise<DemoSummary> {
    // The shelves are filled for a day before the first order.
    const begin = now - (DEMO_DAYS + 1) * DAY_MS;
    const { admin, manager, weekendManager, shoppers } = await this.people.create(begin, now);
    const isIndian = this.config.store.currency === 'INR';
    await this.settings.change(admin, 'pricing', {
      value: { ...CHARGES, unitPrice: isIndian ? 'in' : 'kg' },
      version: 0,
    });
    const numbers = isIndian ? INDIAN_NUMBERS : NO_NUMBERS;
    await this.settings.changeLegal(admin, { value: { ...BUSINESS, ...numbers }, version: 0 });
    const taxClasses = isIndian ? await this.taxes.create(admin, now) : new Map<string, string>();
    const shelf = await this.inventory.fill(
      manager,
      scaledCatalog(products),
      { begin, today: now, taxClasses },
      (share) => onProgress(share * INVENTORY_SHARE),
    );
    const orders = await this.demoOrders.run({ shoppers, manager, weekendManager, shelf }, now, (share) =>
      onProgress(INVENTORY_SHARE + share * (1 - INVENTORY_SHARE)),
    );
    await this.credits.run(admin, now);
    const [first] = shoppers;
    if (first !== undefined) await this.requests.run({ shopper: first.user, manager, admin }, now);
    await this.sheets.run(manager, shelf, now);
    await this.activity.run(now);
    return { products: shelf.length, orders };
  }
}
