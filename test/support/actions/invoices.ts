import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Invoices } from '../../../src/orders/invoices/invoices.js';
import { newId } from '../../../src/platform/common/id.js';
import type { Database } from '../../../src/platform/database/database.js';
import { join as commas, sql } from '../../../src/platform/database/transaction.js';
import { insertUser } from '../../factories/rows.js';
import { readPdf, type Pdf } from '../clients/pdf.js';
import { createDocumentServices } from '../stores/document-services.js';
import { testConfig } from '../stores/config.js';
import { openTestDatabase } from '../stores/database.js';
import { createStoreLocation } from '../stores/engine.js';
import { TestClock } from '../stores/test-clock.js';

/** Time at which every order is placed: the evening of 31 May in UTC, and 1 June in the store's time zone. */
const PLACED_AT = Date.parse('2026-05-31T20:00:00Z');

/** Default delivery address. */
export const ADDRESS = {
  name: 'Asha Rao',
  phone: '+91 98450 12345',
  line1: '14, Temple Street',
  line2: 'Behind the post office',
  city: 'Bengaluru',
  postalCode: '560004',
};

/** A line of an order, by default 1.25 kg at 50.00 each. */
interface InvoiceLine {
  readonly name: string;
  readonly unit?: string;
  readonly rate?: number;
  readonly quantity?: number;
}

/** A store with one shopper, for tests of invoices. */
export class InvoiceStore {
  private orders = 0;

  private constructor(
    readonly dataDir: string,
    readonly database: Database,
    /** The ID of the shopper. */
    readonly user: string,
    private readonly section: string,
    readonly clock: TestClock,
  ) {}

  /** Opens a new store, which is removed after the last test of the file. */
  static async open(): Promise<InvoiceStore> {
    const location = await createStoreLocation();
    const database = await openTestDatabase(location);
    const section = newId();
    await database.write(sql`
      INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
      VALUES (${section}, 'S', 's', 's', '', 1, 0)`);
    return new InvoiceStore(location.dataDir, database, await insertUser(database), section, new TestClock());
  }

  /** Returns its invoices as another process on the same database and data folder would have them. */
  invoices(settings: Readonly<Record<string, string>> = {}): Invoices {
    const config = testConfig({ DATA_DIR: this.dataDir, ...settings });
    return createDocumentServices(this.database, this.clock, config).invoices;
  }

  /** Inserts an order directly. Returns its ID and its number. */
  async newOrder(
    lines: readonly InvoiceLine[],
    { currency = 'INR', address = ADDRESS }: { currency?: string; address?: object } = {},
  ): Promise<{ id: string; number: string }> {
    const id = newId();
    const number = `ORDER-${++this.orders}`;
    const items = lines.map(({ name, unit = 'kg', rate = 5000, quantity = 1250 }) => ({
      name,
      unit,
      rate,
      quantity,
      product: newId(),
      price: Math.floor((rate * quantity + 500) / 1000),
    }));
    const total = items.reduce((all, { price }) => all + price, 0);
    await this.database.transaction(async (tx) => {
      await tx.execute(sql`
        INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit, quantity_step, published, created_at)
        VALUES ${commas(items.map(({ product }) => sql`(${product}, ${this.section}, ${product}, ${product}, ${product}, '', '', 'kg', 1, 1, ${true}, 0)`))}`);
      await tx.execute(sql`
        INSERT INTO orders (id, number, user_id, status, total, placed_total, currency, address, timestamp)
        VALUES (${id}, ${number}, ${this.user}, 'placed', ${total}, ${total}, ${currency}, ${JSON.stringify(address)}, ${PLACED_AT})`);
      await tx.execute(sql`
        INSERT INTO order_items (id, order_id, product_id, product_name, unit_type, rate_per_unit, quantity, price,
            ordered_quantity, ordered_price)
        VALUES ${commas(items.map((item) => sql`(${newId()}, ${id}, ${item.product}, ${item.name}, ${item.unit}, ${item.rate}, ${item.quantity}, ${item.price}, ${item.quantity}, ${item.price})`))}`);
    });
    return { id, number };
  }

  /** Returns the path of an order's invoice. */
  pathOf(orderId: string): string {
    return join(this.dataDir, 'invoices', `${orderId}.pdf`);
  }
}

/** Reads the invoice of an order, which is created if missing. */
export async function invoiceOf(orderId: string, invoices: Invoices): Promise<Pdf> {
  return readPdf(await readFile((await invoices.ensure(orderId)).path));
}
