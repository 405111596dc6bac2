import { ProductBatchWriter } from '../../../src/catalog/admin/product-batch-writer.js';
import { newProduct } from '../../../src/catalog/admin/product-draft.js';
import { CatalogCache } from '../../../src/catalog/catalog-cache.js';
import { ProductIndex } from '../../../src/catalog/search/product-index.js';
import { nameKeyOf, slugOf } from '../../../src/catalog/search/text-normalization.js';
import { Section } from '../../../src/catalog/section.entity.js';
import { DEMO_CATALOG } from '../../../src/demo/catalog/demo-catalog.js';
import { newId } from '../../../src/platform/common/id.js';
import type { Database } from '../../../src/platform/database/database.js';
import type { Transaction } from '../../../src/platform/database/transaction.js';
import { newSharedCache } from './shared-cache.js';
import { TestClock } from './test-clock.js';

/** Fills an empty database with the sections and products of the demo store, without their stock and pictures. */
export async function fillDemoCatalog(database: Database): Promise<void> {
  const index = new ProductIndex();
  const writer = new ProductBatchWriter(index, new CatalogCache(newSharedCache()), new TestClock());
  await database.transaction(async (tx) => {
    for (const [position, { name, description, products }] of DEMO_CATALOG.entries()) {
      const sectionId = await newSection(tx, name, description, position);
      const changes = products.map(({ rate, step, ...more }) => {
        const body = { ...more, sectionId, ratePerUnit: rate, quantityStep: step };
        return { before: undefined, after: newProduct(body, 0), sectionName: name };
      });
      await index.addVocabulary(tx, await writer.write(tx, changes));
    }
  });
}

async function newSection(
  tx: Transaction,
  name: string,
  description: string,
  position: number,
): Promise<string> {
  const id = newId();
  const names = { name, nameKey: nameKeyOf(name), slug: slugOf(name) };
  await tx.entities.insert(Section, { id, ...names, description, position, version: 1, createdAt: 0 });
  return id;
}
