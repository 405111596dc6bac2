import { AdminProductsService } from '../../src/catalog/admin/admin-products.service.js';
import { MAX_CHANGED_PRODUCTS, MatchingProductsQuery } from '../../src/catalog/admin/bulk-update.dto.js';
import { ProductImages } from '../../src/catalog/images/product-images.js';
import { ProductSearch } from '../../src/catalog/search/product-search.js';
import { CurrentThesaurus } from '../../src/catalog/thesaurus/current-thesaurus.js';
import type { ProductWriter } from '../../src/catalog/admin/product-writer.js';
import { newId } from '../../src/platform/common/id.js';
import type { Database } from '../../src/platform/database/database.js';
import { join, sql } from '../../src/platform/database/transaction.js';
import { insertProduct } from '../factories/rows.js';
import { openTestDatabase } from '../support/stores/database.js';
import { newSharedCache } from '../support/stores/shared-cache.js';

let database: Database;
let products: AdminProductsService;
beforeAll(async () => {
  database = await openTestDatabase();
  const search = new ProductSearch(new CurrentThesaurus(database, newSharedCache()));
  const [images, writer] = [{} as ProductImages, {} as ProductWriter];
  products = new AdminProductsService(database, writer, images, search);
});

/** Inserts products of one section with one statement. */
async function newProducts(count: number): Promise<string> {
  const first = await insertProduct(database, { name: 'Product 0' });
  const rows = Array.from({ length: count - 1 }, (_, n) => {
    const [id, name] = [newId(), `Product ${n + 1}`];
    return sql`(${id}, ${name}, ${name.toLowerCase()}, ${id})`;
  });
  await database.write(sql`
    INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
                          quantity_available, quantity_step, low_stock_threshold, published, created_at)
    SELECT CAST(v.id AS ${database.dialect.name === 'postgres' ? sql`uuid` : sql`text`}), p.section_id, v.name, v.name_key, v.slug,
           '', '', 'kg', 5000, 0, 250, 0, p.published, 0
    FROM (SELECT column1 AS id, column2 AS name, column3 AS name_key, column4 AS slug FROM (VALUES ${join(rows)}) AS w) AS v
    CROSS JOIN products p WHERE p.id = ${first}`);
  const row = await database.read.row<{ section: string }>(
    sql`SELECT section_id AS section FROM products WHERE id = ${first}`,
  );
  return row?.section ?? '';
}

const matching = (query: Partial<MatchingProductsQuery>) =>
  products.matching(Object.assign(new MatchingProductsQuery(), query));

it('lists every product that matches, far more than a page, with its name and version', async () => {
  const sectionId = await newProducts(MAX_CHANGED_PRODUCTS);
  await insertProduct(database);
  const { items } = await matching({ sectionId });
  expect(items).toHaveLength(MAX_CHANGED_PRODUCTS);
  expect(items[0]).toEqual({ id: expect.any(String) as string, name: 'Product 0', version: 1 });
});

it('refuses more than one change can have, and says how many match', async () => {
  const sectionId = await newProducts(MAX_CHANGED_PRODUCTS + 1);
  await expect(matching({ sectionId })).rejects.toMatchObject({
    code: 'request.too-many-matches',
    parameters: { total: MAX_CHANGED_PRODUCTS + 1, max: MAX_CHANGED_PRODUCTS },
  });
});
