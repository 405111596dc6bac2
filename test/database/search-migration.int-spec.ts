import sql, { type Sql } from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { newId } from '../../src/platform/common/id.js';
import { postgresOptions, sqliteOptions } from '../../src/platform/database/connection/data-sources.js';
import { createEmptyStoreLocation, ENGINE } from '../support/stores/engine.js';

const MIGRATION = 'SearchSpellings1764000000030';

let source: DataSource;
beforeAll(async () => {
  const { dataDir, databaseUrl } = await createEmptyStoreLocation();
  const options = databaseUrl === undefined ? sqliteOptions(dataDir, []) : postgresOptions(databaseUrl, []);
  source = await new DataSource(options).initialize();
});
afterAll(() => source.destroy());

it('indexes the products of the last release again, and back', async () => {
  await source.runMigrations({ transaction: 'each' });
  await revert();
  const [section, product] = [newId(), newId()];
  await run(sql`INSERT INTO sections (id, name, name_key, slug, description, position, created_at)
    VALUES (${section}, 'Breads', 'breads', 'breads', '', 1, 0)`);
  await run(sql`INSERT INTO products (id, section_id, name, name_key, slug, description, brand, unit_type, rate_per_unit,
      quantity_step, published, created_at)
    VALUES (${product}, ${section}, 'Loaves', 'loaves', 'loaves', 'With प्याज़.', ${"Baker's"}, 'pack', 1, 1000, true, 0)`);
  await run(sql`INSERT INTO product_search (place, product_id, published, name_words, other_words)
    VALUES (7, ${product}, true, 'loaves loave', 'baker s breads bread with प्याज़')`);

  await source.runMigrations({ transaction: 'each' });
  expect(await run(sql`SELECT name_words, label_words, other_words FROM product_search`)).toEqual([
    { name_words: 'loaves loaf', label_words: 'baker breads bread', other_words: 'with प्याज' },
  ]);
  expect(await found('loaf', 'label_document')).toBe(1);
  const spellings = await run<{ word: string }>(sql`SELECT word FROM search_spellings ORDER BY word`);
  expect(spellings.map(({ word }) => word)).toEqual(['baker', 'bread', 'breads', 'loaf', 'loaves']);

  await revert();
  expect(await run(sql`SELECT name_words, other_words FROM product_search`)).toEqual([
    { name_words: 'loaves loaf', other_words: 'baker breads bread with प्याज' },
  ]);
  expect(await found('bread', 'document')).toBe(1);
});

async function found(word: string, document: string): Promise<number> {
  const rows = await source.query<unknown[]>(
    ENGINE === 'sqlite'
      ? 'SELECT rowid FROM product_search_fts WHERE product_search_fts MATCH ?'
      : `SELECT place FROM product_search WHERE ${document} @@ $1::tsquery`,
    [word],
  );
  return rows.length;
}

async function run<Row>(statement: Sql): Promise<Row[]> {
  const values = statement.values.map((value) => (value === true && ENGINE === 'sqlite' ? 1 : value));
  return source.query<Row[]>(ENGINE === 'sqlite' ? statement.sql : statement.text, values);
}

/** Reverts the migrations down to, and including, the one under test. */
async function revert(): Promise<void> {
  for (;;) {
    const [last] = await run<{ name: string }>(sql`SELECT name FROM migrations ORDER BY id DESC LIMIT 1`);
    await source.undoLastMigration({ transaction: 'each' });
    if (last?.name === MIGRATION) return;
  }
}
