import { hash } from 'node:crypto';
import { ProductBatchWriter } from '../../../src/catalog/admin/product-batch-writer.js';
import { SectionWriter } from '../../../src/catalog/admin/sections/section-writer.js';
import { Addresses } from '../../../src/customers/addresses/addresses.js';
import { CatalogCache } from '../../../src/catalog/catalog-cache.js';
import { ProductJson } from '../../../src/catalog/product-json.js';
import { ProductIndex } from '../../../src/catalog/search/product-index.js';
import { ProductSearch } from '../../../src/catalog/search/product-search.js';
import { CurrentThesaurus } from '../../../src/catalog/thesaurus/current-thesaurus.js';
import { CustomerImports } from '../../../src/imports/customers/customer-imports.js';
import { WriteCustomers } from '../../../src/imports/customers/write-customers.js';
import { importFile } from '../../../src/imports/import-task.js';
import type {
  ImportChangeView,
  ImportErrorView,
  ImportRowView,
  ImportView,
} from '../../../src/imports/imports.dto.js';
import { ImportsService } from '../../../src/imports/imports.service.js';
import { ApplyProducts } from '../../../src/imports/products/apply-products.js';
import type { ImportKind } from '../../../src/imports/kinds/import-kinds.js';
import { OrderImports } from '../../../src/imports/orders/order-imports.js';
import { ChangeImports } from '../../../src/imports/kinds/change-imports.js';
import { ProductImports } from '../../../src/imports/products/product-imports.js';
import { CheckAgain } from '../../../src/imports/reading/check-again.js';
import { CreateMissingSections } from '../../../src/imports/reading/create-missing-sections.js';
import { ReadFile } from '../../../src/imports/reading/read-file.js';
import { RememberedColumns } from '../../../src/imports/reading/remembered-columns.js';
import { ApplyImport } from '../../../src/imports/requests/apply-import.js';
import { RowsHash } from '../../../src/imports/requests/rows-hash.js';
import { ImportFormats } from '../../../src/imports/rows/import-formats.js';
import { ImportQueue } from '../../../src/imports/requests/import-queue.js';
import { RunImport } from '../../../src/imports/run-import.js';
import type { AuthenticatedUser } from '../../../src/platform/access/authenticated-user.js';
import { Invitations } from '../../../src/invitations/invitations.js';
import { InviteCustomer } from '../../../src/invitations/invite-customer.js';
import { InviteImported } from '../../../src/invitations/invite-imported.js';
import { WritePastOrders } from '../../../src/orders/past/write-past-orders.js';
import { AuditTrail } from '../../../src/platform/audit/audit-trail.js';
import { TaskExpiry } from '../../../src/platform/background-tasks/task-expiry.js';
import { TaskFiles } from '../../../src/platform/background-tasks/task-files.js';
import { TaskLeases } from '../../../src/platform/background-tasks/task-leases.js';
import { TaskRunner } from '../../../src/platform/background-tasks/task-runner.js';
import type { SharedCache } from '../../../src/platform/cache/shared-cache.js';
import type { Clock } from '../../../src/platform/common/clock.js';
import { newId } from '../../../src/platform/common/id.js';
import type { Database } from '../../../src/platform/database/database.js';
import { sql } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { ChangeSignals } from '../../../src/platform/realtime/change-signals.js';
import { StockCache } from '../../../src/stock/stock-cache.js';
import { Stock } from '../../../src/stock/stock.js';
import { OpenAccounts } from '../../../src/users/account/open-accounts.js';
import { insertUser } from '../../factories/rows.js';
import { findBookDiscrepancies } from '../assertions/books.js';
import { testConfig } from '../stores/config.js';
import { openTestDatabase } from '../stores/database.js';
import { createStoreLocation, type StoreLocation } from '../stores/engine.js';
import { rowsOf } from '../stores/rows.js';
import { newSharedCache } from '../stores/shared-cache.js';
import { TestClock } from '../stores/test-clock.js';
import { staffUser } from './exports.js';

/** CSV header of a file that can add products and includes deliveries. */
export const HEADER = 'section,name,unitType,ratePerUnit,quantityStep,delivery,description';

/** A row of the products table. */
export interface ImportProduct {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly brand: string;
  readonly rate_per_unit: number;
  readonly quantity_available: number;
  readonly version: number;
  readonly card: string;
}

/** A store with the sections Fruits and Dals & Pulses and no products, into which a manager imports. */
export class ImportStore {
  private constructor(
    readonly location: StoreLocation,
    readonly database: Database,
    readonly services: ImportServices,
    readonly clock: TestClock,
    /** The manager who imports. */
    readonly owner: AuthenticatedUser,
    /** Another user, who may also create sections. */
    readonly admin: AuthenticatedUser,
  ) {}

  /** Opens a new store, which is removed after the last test of the file. */
  static async open(): Promise<ImportStore> {
    const location = await createStoreLocation();
    const database = await openTestDatabase(location);
    const clock = new TestClock();
    const owner = staffUser(await insertUser(database, { username: 'asha', role: 'store_manager' }));
    const admin = staffUser(await insertUser(database, { username: 'devi', role: 'admin' }), 'admin');
    for (const [name, key, slug] of [
      ['Dals & Pulses', 'dals pulses', 'dals-pulses'],
      ['Fruits', 'fruits', 'fruits'],
    ]) {
      await database.write(sql`
        INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
        VALUES (${newId()}, ${name}, ${key}, ${slug}, '', 1, 0)`);
    }
    return new ImportStore(
      location,
      database,
      createImportServices(database, location.dataDir, clock),
      clock,
      owner,
      admin,
    );
  }

  /** Receives a file, runs its import, and returns the result. */
  async importFile(
    content: string | Buffer,
    { kind = 'products', dryRun = false, reading = {}, owner = this.owner }: ImportOptions = {},
  ): Promise<ImportView> {
    const id = await this.services.receive(owner.id, content, { kind, dryRun, reading });
    await this.services.run.run(id);
    return this.services.service.view(owner, id);
  }

  /** Returns the first hundred row errors of an import. */
  async errorsOf({ id }: ImportView): Promise<ImportErrorView[]> {
    return (await this.services.service.errors(this.admin, id, { page: 1, pageSize: 100 })).items;
  }

  /** Returns the first hundred changes that a checked import of customers or orders would make. */
  async changesOf({ id }: ImportView): Promise<ImportChangeView[]> {
    return (await this.services.service.changes(this.admin, id, { page: 1, pageSize: 100 })).items;
  }

  /** Returns the first hundred rows that a checked import would change, or those of them with a notice. */
  async rowsOf({ id }: ImportView, noticed?: boolean): Promise<ImportRowView[]> {
    const query = { page: 1, pageSize: 100, ...(noticed === undefined ? {} : { noticed }) };
    return (await this.services.service.checkedRows(this.owner, id, query)).items;
  }

  /** Returns all products, sorted by name. */
  products(): Promise<ImportProduct[]> {
    return this.database.read.rows<ImportProduct>(sql`SELECT * FROM products ORDER BY name`);
  }

  /** Returns the number of products. */
  async countProducts(): Promise<number> {
    const row = await this.database.read.row<{ n: number }>(sql`SELECT count(*) AS n FROM products`);
    return row?.n ?? -1;
  }

  /** Returns the number of products that match a search. */
  async countMatches(query: string): Promise<number> {
    const { search } = this.services;
    const { read } = this.database;
    const typed = await search.read(query);
    return typed === undefined ? 0 : (await read.rows(search.matches(read, typed))).length;
  }

  /** Returns the discrepancies in the books. */
  findBookDiscrepancies(): Promise<string[]> {
    return findBookDiscrepancies({ rows: (statement: string) => rowsOf(this.location, statement, []) });
  }

  /** Deletes all products, customers, orders and imports between tests. */
  async clear(): Promise<void> {
    for (const table of [
      sql`stock_movements`,
      sql`order_status_changes`,
      sql`order_items`,
      sql`orders`,
      sql`import_changes`,
      sql`invitations`,
      sql`password_resets`,
      sql`customer_notes`,
      sql`address_terms`,
      sql`customer_addresses`,
      sql`outbox_events`,
      sql`product_search`,
      sql`barcodes`,
      sql`price_history`,
      sql`products`,
      sql`import_errors`,
      sql`import_rows`,
      sql`imports`,
      sql`import_columns`,
    ])
      await this.database.write(sql`DELETE FROM ${table}`);
    await this.database.write(sql`DELETE FROM users WHERE id NOT IN (${this.owner.id}, ${this.admin.id})`);
  }
}

/** Options of an import. */
interface ImportOptions {
  readonly kind?: ImportKind;
  readonly dryRun?: boolean;
  /** What the person says about the file. */
  readonly reading?: object;
  /** The person; the manager by default. */
  readonly owner?: AuthenticatedUser;
}

/** The parts of imports that tests use. */
export interface ImportServices {
  readonly cache: SharedCache;
  readonly files: TaskFiles;
  readonly index: ProductIndex;
  readonly search: ProductSearch;
  readonly products: ProductImports;
  readonly writeCustomers: WriteCustomers;
  readonly invitations: Invitations;
  readonly invite: InviteImported;
  readonly inviteOne: InviteCustomer;
  readonly service: ImportsService;
  readonly run: RunImport;
  readonly apply: ApplyImport;
  readonly checkAgain: CheckAgain;
  readonly missingSections: CreateMissingSections;
  readonly expiry: TaskExpiry;
  /** Receives a file as a queued import. Returns the ID of the import. */
  receive(ownerId: string, content: string | Buffer, options?: Omit<ImportOptions, 'owner'>): Promise<string>;
}

/** Assembles imports on a database and a folder, without the queue that would start them. */
function createImportServices(database: Database, dataDir: string, clock: Clock): ImportServices {
  const config = testConfig({ DATA_DIR: dataDir });
  const files = new TaskFiles(config);
  const audit = new AuditTrail(clock);
  const index = new ProductIndex();
  const signals = new ChangeSignals(config);
  const shared = newSharedCache();
  const cache = new CatalogCache(shared);
  const runner = new TaskRunner(database, new TaskLeases(database, clock), clock, signals);
  const formats = new ImportFormats(config);
  const applyProducts = new ApplyProducts(
    new ProductBatchWriter(index, cache, clock),
    index,
    new Stock(clock, signals, new StockCache(shared)),
    audit,
    new Outbox(clock),
    formats,
    clock,
  );
  const products = new ProductImports(database, formats, applyProducts, clock);
  const outbox = new Outbox(clock);
  const invitations = new Invitations(config, clock, outbox, audit);
  const writeCustomers = new WriteCustomers(
    new OpenAccounts(config, clock, audit, shared),
    invitations,
    new Addresses(clock),
    clock,
  );
  const changes = new ChangeImports(database, audit);
  const customers = new CustomerImports(changes, formats, writeCustomers);
  const pastOrders = new WritePastOrders(new Addresses(clock), shared, config, signals);
  const orders = new OrderImports(changes, formats, pastOrders, clock, config);
  const readFile = new ReadFile(config, new RememberedColumns(database, clock));
  const service = new ImportsService(database, clock, signals, files);
  const sections = new SectionWriter(audit, cache, new ProductJson(clock), clock, index);
  const jobs = new ImportQueue(service, files, audit, outbox, signals);
  const checkAgain = new CheckAgain(database, service, jobs);
  return {
    cache: shared,
    files,
    index,
    search: new ProductSearch(new CurrentThesaurus(database, shared)),
    products,
    writeCustomers,
    invitations,
    invite: new InviteImported(database, clock, invitations, outbox, audit),
    inviteOne: new InviteCustomer(database, clock, invitations),
    service,
    run: new RunImport(database, runner, files, readFile, products, customers, orders),
    apply: new ApplyImport(database, service, jobs),
    checkAgain,
    missingSections: new CreateMissingSections(sections, checkAgain),
    expiry: new TaskExpiry(database, files),
    async receive(
      ownerId,
      content,
      { kind = 'products', dryRun = false, reading = {} } = {},
    ): Promise<string> {
      const id = newId();
      const bytes = await files.write(importFile(id), Buffer.from(content));
      const rows = new RowsHash();
      rows.update(Buffer.from(content));
      await database.write(sql`
        INSERT INTO imports (id, owner_id, kind, file_name, bytes, sha256, content_sha256, dry_run, status, reading_choice, created_at)
        VALUES (${id}, ${ownerId}, ${kind}, ${`${kind}.csv`}, ${bytes}, ${hash('sha256', content)}, ${rows.digest()}, ${dryRun},
                'queued', ${JSON.stringify(reading)}, ${clock.now()})`);
      return id;
    },
  };
}
