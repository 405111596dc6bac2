import { ProductBatchWriter } from '../../../src/catalog/admin/product-batch-writer.js';
import { newProduct, withTexts } from '../../../src/catalog/admin/product-draft.js';
import { CatalogCache } from '../../../src/catalog/catalog-cache.js';
import { ProductIndex } from '../../../src/catalog/search/product-index.js';
import { nameKeyOf, slugOf } from '../../../src/catalog/search/text-normalization.js';
import { Section } from '../../../src/catalog/section.entity.js';
import { DEMO_CATALOG } from '../../../src/demo/catalog/demo-catalog.js';
import { HINDI_CATALOG } from '../../../src/demo/catalog/hindi/demo-catalog-hindi.js';
import { packPricesOf } from '../../../src/demo/catalog/pack-prices.js';
import { newId } from '../../../src/platform/common/id.js';
import type { Database } from '../../../src/platform/database/database.js';
import type { Transaction } from '../../../src/platform/database/transaction.js';
import { textsJson } from '../../../src/rules/texts/texts-by-language.js';
import { newSharedCache } from './shared-cache.js';
import { TestClock } from './test-clock.js';

/** Fills an empty database with the sections and products of the demo store in all their languages, without their stock and pictures. */
export async function fillDemoCatalog(database: Database): Promise<void> {
  const index = new ProductIndex();
  const writer = new ProductBatchWriter(index, new CatalogCache(newSharedCache()), new TestClock());
  await database.transaction(async (tx) => {
    for (const [position, { name, products }] of DEMO_CATALOG.entries()) {
      const sectionId = await newSection(tx, position);
      const changes = products.map((product, place) => {
        const { rate, step, ...more } = product;
        const pack = packPricesOf(product, place);
        const body = { ...more, ...pack, sectionId, ratePerUnit: rate, quantityStep: step };
        const after = withTexts(newProduct(body, 0), { hi: HINDI_CATALOG[name]?.products[product.name] });
        return { before: undefined, after, sectionName: name };
      });
      await index.addVocabulary(tx, await writer.write(tx, changes));
    }
  });
}

async function newSection(tx: Transaction, position: number): Promise<string> {
  const id = newId();
  const { name, description } = DEMO_CATALOG[position]!;
  const { products: _, ...hindi } = HINDI_CATALOG[name]!;
  const names = { name, nameKey: nameKeyOf(name), slug: slugOf(name) };
  await tx.entities.insert(Section, {
    id,
    ...names,
    description,
    position,
    texts: textsJson({ hi: hindi }),
    version: 1,
    createdAt: 0,
  });
  return id;
}
