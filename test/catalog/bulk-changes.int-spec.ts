import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { BulkUpdateProducts } from '../../src/catalog/admin/bulk-update-products.js';
import { MAX_CHANGED_PRODUCTS } from '../../src/catalog/admin/bulk-update.dto.js';
import { ProductBatchWriter } from '../../src/catalog/admin/product-batch-writer.js';
import { ProductWriter } from '../../src/catalog/admin/product-writer.js';
import { CatalogCache } from '../../src/catalog/catalog-cache.js';
import { ProductJson } from '../../src/catalog/product-json.js';
import { ProductIndex } from '../../src/catalog/search/product-index.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { AuditTrail } from '../../src/platform/audit/audit-trail.js';
import type { Database } from '../../src/platform/database/database.js';
import { sql } from '../../src/platform/database/transaction.js';
import { ChangeSignals } from '../../src/platform/realtime/change-signals.js';
import { StockCache } from '../../src/stock/stock-cache.js';
import { Stock } from '../../src/stock/stock.js';
import { insertProduct, insertUser } from '../factories/rows.js';
import { sleep, waitUntil } from '../support/servers/processes.js';
import { testConfig } from '../support/stores/config.js';
import { openTestDatabase } from '../support/stores/database.js';
import { ENGINE } from '../support/stores/engine.js';
import { newSharedCache } from '../support/stores/shared-cache.js';
import { TestClock } from '../support/stores/test-clock.js';

let database: Database;
let changes: BulkUpdateProducts;
let signals: ChangeSignals;
let actor: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  signals = new ChangeSignals(testConfig());
  changes = changesOn(database, signals);
  actor = { id: await insertUser(database), requestId: 'test' };
});

afterEach(() => jest.restoreAllMocks());

it('changes a thousand products with some twenty statements and one change signal', async () => {
  const ids: string[] = [];
  for (let i = 0; i < MAX_CHANGED_PRODUCTS; i++) ids.push(await insertProduct(database));
  const signaled = new Promise<void>((resolve) => signals.subscribe('dashboard', resolve));
  const sent = recordStatements();

  const products = ids.map((id) => ({ id, version: 1 }));
  const { changed } = await changes.run(actor, { products, published: false });

  expect(changed).toBe(MAX_CHANGED_PRODUCTS);
  expect(sent().length).toBeLessThanOrEqual(24);
  await signaled;
});

it('names the product whose name was taken in the section just before the change', async () => {
  const mango = await insertProduct(database, { name: 'Mango' });
  const papaya = await insertProduct(database, { name: 'Papaya' });
  const sectionId = await sectionOf(papaya);
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  let isRenamed = false;
  const renaming = database.transaction(async (tx) => {
    await tx.execute(sql`UPDATE products SET name = 'Mango', name_key = 'mango' WHERE id = ${papaya}`);
    isRenamed = true;
    await isReleased;
  });
  await waitUntil(() => isRenamed);

  const moving = changes.run(actor, { products: [{ id: mango, version: 1 }], sectionId });
  const refusal = moving.catch((error: unknown) => error);
  // The change found the name free, and waits for the transaction that has taken it.
  if (ENGINE === 'postgres') while (!(await hasWaitingLock())) await sleep(5);
  release();
  await renaming;

  expect(await refusal).toMatchObject({
    code: 'catalog.bulk-change-refused',
    parameters: { products: [{ id: mango, name: 'Mango', code: 'catalog.product-name-taken' }] },
  });
});

async function sectionOf(productId: string): Promise<string | undefined> {
  const row = await database.read.row<{ section_id: string }>(
    sql`SELECT section_id FROM products WHERE id = ${productId}`,
  );
  return row?.section_id;
}

async function hasWaitingLock(): Promise<boolean> {
  return (await database.read.rows(sql`SELECT 1 FROM pg_locks WHERE NOT granted`)).length > 0;
}

function changesOn(target: Database, signals: ChangeSignals): BulkUpdateProducts {
  const clock = new TestClock();
  const shared = newSharedCache();
  const cache = new CatalogCache(shared);
  const index = new ProductIndex();
  const products = new ProductWriter(
    new AuditTrail(clock),
    new ProductBatchWriter(index, cache, clock),
    cache,
    new ProductJson(clock),
    clock,
    signals,
    index,
    new Stock(clock, signals, new StockCache(shared)),
  );
  return new BulkUpdateProducts(target, products);
}

/** Records the statements that TypeORM sends from now on. */
function recordStatements(): () => string[] {
  const spies = [BetterSqlite3QueryRunner.prototype, PostgresQueryRunner.prototype].map((runner) =>
    jest.spyOn(runner, 'query'),
  );
  return () => spies.flatMap((spy) => spy.mock.calls.map(([statement]) => statement));
}
