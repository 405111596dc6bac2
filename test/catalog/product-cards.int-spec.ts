import { sql } from '../../src/platform/database/transaction.js';
import { CatalogCache } from '../../src/catalog/catalog-cache.js';
import { ProductCards } from '../../src/catalog/product-cards.js';
import { CARD_VERSION, ProductJson } from '../../src/catalog/product-json.js';
import type { SharedCache } from '../../src/platform/cache/shared-cache.js';
import { ImportStore } from '../support/actions/imports.js';

/** More than one batch. */
const PRODUCTS = 1203;

let store: ImportStore;
let invalidations = 0;
const cache = new CatalogCache({
  invalidate: () => (invalidations += 1),
  invalidateSoon: () => undefined,
} as unknown as SharedCache);

beforeAll(async () => {
  store = await ImportStore.open();
  const rows = Array.from({ length: PRODUCTS }, (_, i) => `Fruits,Flour ${i},pack,48,500 g`);
  await store.importFile(`section,name,unitType,price,netContent\n${rows.join('\n')}`);
});

function newCards(): ProductCards {
  return new ProductCards(cache, new ProductJson(store.clock), store.database);
}

/** Makes all products those of an earlier release, whose JSON lacks a field. */
async function age(): Promise<void> {
  await store.database.write(sql`UPDATE products SET card_version = 0, card = '{"id":"' || id || '"'`);
}

async function count(condition = sql`1 = 1`): Promise<number> {
  const row = await store.database.read.row<{ n: number }>(
    sql`SELECT count(*) AS n FROM products WHERE card_version = ${CARD_VERSION} AND ${condition}`,
  );
  return Number(row?.n);
}

it('writes the JSON of all products of an earlier release again, and no others', async () => {
  expect(await newCards().rewriteOutdated()).toBe(0);
  await age();
  await store.database.write(sql`UPDATE products SET changed_at = 7`);
  expect(await newCards().rewriteOutdated()).toBe(PRODUCTS);
  expect(await count(sql`changed_at = 7 AND version = 1`)).toBe(PRODUCTS);
  expect(await count(sql`card LIKE '%"unitPrice":{"rate":9600,"per":"kg"}%'`)).toBe(PRODUCTS);
  expect(invalidations).toBeGreaterThan(0);
});

it('shares the work with another process', async () => {
  await age();
  const rewritten = await Promise.all([newCards().rewriteOutdated(), newCards().rewriteOutdated()]);
  expect(rewritten[0] + rewritten[1]).toBe(PRODUCTS);
  expect(await count()).toBe(PRODUCTS);
});

it('stops between two batches, and continues with the next start', async () => {
  await age();
  const cards = newCards();
  const running = cards.rewriteOutdated();
  await cards.beforeApplicationShutdown();
  const first = await running;
  expect(first).toBeLessThan(PRODUCTS);
  expect(await newCards().rewriteOutdated()).toBe(PRODUCTS - first);
});

it('leaves deleted products alone', async () => {
  await age();
  await store.database.write(
    sql`UPDATE products SET deleted_at = 1, published = ${false}, section_id = NULL`,
  );
  expect(await newCards().rewriteOutdated()).toBe(0);
});
