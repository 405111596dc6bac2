import type { LineCredit } from '../../../src/documents/credits/check-credits.js';
import type { IssuedDocument } from '../../../src/documents/issue/document-writer.js';
import type { Actor } from '../../../src/platform/access/actor.js';
import { newId } from '../../../src/platform/common/id.js';
import type { Database } from '../../../src/platform/database/database.js';
import { join, sql, type Transaction } from '../../../src/platform/database/transaction.js';
import { linePrice, sum, type ChargeKind } from '../../../src/rules/pricing/quote.js';
import type { Settings } from '../../../src/settings/settings.js';
import { insertProduct, insertUser } from '../../factories/rows.js';
import { testConfig } from './config.js';
import { openTestDatabase } from './database.js';
import { createDocumentServices } from './document-services.js';
import { createStoreLocation, type StoreLocation } from './engine.js';
import { TestClock } from './test-clock.js';

/** Goods of an order: a quantity, in thousandths, at a rate in minor units per unit. */
export interface Goods {
  readonly ratePerUnit: number;
  readonly quantity: number;
  readonly taxClassId: string | null;
  /** Part of the price that a discount takes off, rounded down. */
  readonly discountPercent?: number;
}

/** What an order consists of. */
export interface Sale {
  readonly goods: readonly Goods[];
  readonly charges?: Readonly<Partial<Record<ChargeKind, number>>>;
  /** Part of the goods' prices that a discount takes off the order, rounded down. */
  readonly discountPercent?: number;
  /** GST code of the state of the delivery. */
  readonly placeOfSupply?: string | null;
}

/** Most lines of an order. */
const MAX_LINES = 6;

/** Who sells, in a registered store. */
export const LEGAL: Settings['legal'] = {
  name: 'Green Basket Retail',
  address: { line1: '12, Market Road', line2: '', city: 'Bengaluru', postalCode: '560003' },
  taxNumber: '29AAGCB7383J1Z4',
  licence: '',
};

const REASON = 'Damaged on the way';

/** Environment variables of a process. */
type Variables = Readonly<Record<string, string>>;

/** A store that issues documents, for tests without a server. Its products have no stock. */
export class BillingStore {
  readonly clock = new TestClock();
  readonly services: ReturnType<typeof createDocumentServices>;
  private orders = 0;

  private constructor(
    readonly database: Database,
    private readonly location: StoreLocation,
    private readonly userId: string,
    private readonly productIds: readonly string[],
  ) {
    this.services = this.process(this.clock);
  }

  /** Opens a new store, which is removed after the last test of the file. */
  static async open(): Promise<BillingStore> {
    const location = await createStoreLocation();
    const database = await openTestDatabase(location);
    const userId = await insertUser(database, { role: 'admin' });
    const productIds: string[] = [];
    for (let i = 0; i < MAX_LINES; i++) productIds.push(await insertProduct(database, { available: 0 }));
    return new BillingStore(database, location, userId, productIds);
  }

  /** Creates what issues and prints documents, as a process of the store with its own clock and variables. */
  process(clock: TestClock, variables: Variables = {}): ReturnType<typeof createDocumentServices> {
    const config = testConfig({ DATA_DIR: this.location.dataDir, ...variables });
    return createDocumentServices(this.database, clock, config);
  }

  /** Replaces settings, without the checks of an admin's change. */
  async set<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
    await this.database.write(sql`
      INSERT INTO settings (key, value, version, changed_at) VALUES (${key}, ${JSON.stringify(value)}, 1, 0)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
  }

  /** Registers the store, so that its documents state taxes. */
  async register(tax: Partial<Settings['tax']> = {}): Promise<void> {
    await this.set('legal', LEGAL);
    const value = {
      regime: 'gst_in',
      scheme: 'regular',
      state: null,
      defaultClassId: null,
      chargesClassId: null,
    } as const;
    await this.set('tax', { ...value, ...tax });
  }

  /** Inserts a tax class with its rates by day, in thousandths of a percent. Returns the ID. */
  async newTaxClass(rates: readonly (readonly [day: string, rate: number, cess: number])[]): Promise<string> {
    const id = newId();
    await this.database.write(sql`
      INSERT INTO tax_classes (id, code, name, exempt, created_at)
      VALUES (${id}, ${id}, ${id}, ${rates.length === 0}, 0)`);
    for (const [day, rate, cess] of rates)
      await this.database.write(sql`
        INSERT INTO tax_rates (tax_class_id, valid_from, rate, cess) VALUES (${id}, ${day}, ${rate}, ${cess})`);
    return id;
  }

  /** Inserts an order whose goods have left. Returns the ID. */
  async insertSale(
    tx: Transaction,
    { goods, charges = {}, discountPercent = 0, placeOfSupply = null }: Sale,
  ): Promise<string> {
    const id = newId();
    const items = goods.map(soldItem);
    const subtotal = sum(items.map(({ price }) => price));
    const discount = percentOf(subtotal, discountPercent);
    const total = sum([subtotal, ...Object.values(charges), -discount]);
    const address = JSON.stringify({
      ...{ name: 'Asha Rao', phone: '+91 98450 12345', line1: '14, Temple Street' },
      ...{ city: 'Bengaluru', postalCode: '560004' },
    });
    await tx.execute(sql`
      INSERT INTO orders (id, number, user_id, status, total, placed_total, currency, address, place_of_supply,
        timestamp)
      VALUES (${id}, ${`7K3M-92QX-${++this.orders}`}, ${this.userId}, 'out_for_delivery', ${total}, ${total}, 'INR', ${address}, ${placeOfSupply},
        ${this.clock.now()})`);
    const rows = items.map(
      ({ itemId, ratePerUnit, quantity, price, taxClassId }, i) =>
        sql`(${itemId}, ${id}, ${this.productIds[i]}, 'Atta', 'kg',
          ${ratePerUnit}, ${quantity}, ${price}, ${quantity}, ${price}, ${taxClassId}, '1101')`,
    );
    await tx.execute(sql`
      INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
        ordered_quantity, ordered_price, tax_class_id, hsn) VALUES ${join(rows)}`);
    for (const [kind, amount] of Object.entries(charges))
      await tx.execute(sql`
        INSERT INTO order_charges (id, order_id, kind, amount) VALUES (${newId()}, ${id}, ${kind}, ${amount})`);
    const discounts = items.map(({ itemId, discount: amount }) => ({ itemId, amount }));
    for (const { itemId, amount } of [...discounts, { itemId: null, amount: discount }])
      if (amount > 0)
        await tx.execute(sql`
          INSERT INTO order_discounts (id, order_id, item_id, reason, label, amount)
          VALUES (${newId()}, ${id}, ${itemId}, 'staff', 'Sorry for the delay', ${amount})`);
    return id;
  }

  /** Inserts an order and issues its document. */
  async sell(sale: Sale): Promise<{ readonly orderId: string; readonly document: IssuedDocument }> {
    return this.database.transaction(async (tx) => {
      const orderId = await this.insertSale(tx, sale);
      return { orderId, document: await this.issue(tx, orderId) };
    });
  }

  /** Issues the document of an order. */
  async issue(tx: Transaction, orderId: string): Promise<IssuedDocument> {
    const document = await this.services.issueDocument.run(tx, orderId);
    if (document === undefined) throw new Error(`The order ${orderId} got no document.`);
    return document;
  }

  /** Takes back the document of an order, and issues another one. */
  async issueAgain(orderId: string): Promise<IssuedDocument> {
    return this.database.transaction(async (tx) => {
      await this.services.creditDocument.reverse(tx, orderId);
      return this.issue(tx, orderId);
    });
  }

  /** Credits parts of a document. */
  credit(documentId: string, lines: readonly LineCredit[]): Promise<IssuedDocument> {
    const actor: Actor = { id: this.userId, requestId: 'test' };
    return this.services.creditDocument.run(actor, documentId, { lines, reason: REASON });
  }
}

/** Returns an item with its price, and the discount that the price contains. */
function soldItem({ discountPercent = 0, ...goods }: Goods): Omit<Goods, 'discountPercent'> & {
  readonly itemId: string;
  readonly discount: number;
  readonly price: number;
} {
  const full = linePrice(goods.ratePerUnit, goods.quantity);
  const discount = percentOf(full, discountPercent);
  return { ...goods, itemId: newId(), discount, price: full - discount };
}

function percentOf(amount: number, percent: number): number {
  return Math.floor((amount * percent) / 100);
}
