import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, date, flag, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const TABLES = [
  table({
    name: 'sections',
    columns: [
      id('id', KEY),
      text('name'),
      text('name_key'),
      text('slug'),
      text('description'),
      integer('position'),
      integer('version', { default: 1 }),
      bigint('created_at'),
    ],
    uniques: { sections_name_key: ['name_key'], sections_slug_key: ['slug'] },
    indices: { sections_position_idx: ['position', 'name_key'] },
  }),
  table({
    name: 'products',
    columns: [
      id('id', KEY),
      id('section_id', OPTIONAL),
      text('name'),
      text('name_key'),
      text('slug'),
      text('description'),
      text('brand'),
      text('image', OPTIONAL),
      text('unit_type'),
      bigint('rate_per_unit'),
      bigint('quantity_available', { default: 0 }),
      bigint('quantity_step'),
      bigint('low_stock_threshold', { default: 0 }),
      date('manufactured_on', OPTIONAL),
      date('best_before', OPTIONAL),
      flag('published'),
      integer('version', { default: 1 }),
      bigint('created_at'),
      bigint('deleted_at', OPTIONAL),
      text('card', { default: `''` }),
    ],
    references: { section_id: 'sections.id' },
    uniques: { products_slug_key: ['slug'], products_section_name_key: ['section_id', 'name_key'] },
    checks: {
      products_unit_type_check: `unit_type IN ('kg', 'g', 'l', 'ml', 'piece', 'pack', 'dozen', 'bunch')`,
      products_rate_per_unit_check: 'rate_per_unit >= 0',
      products_quantity_available_check: 'quantity_available >= 0',
      products_quantity_step_check: 'quantity_step > 0',
      products_low_stock_threshold_check: 'low_stock_threshold >= 0',
      products_section_check: 'section_id IS NOT NULL OR deleted_at IS NOT NULL',
      products_dates_check:
        'best_before IS NULL OR manufactured_on IS NULL OR best_before >= manufactured_on',
    },
    indices: {
      products_name_idx: ['published', 'name_key', 'id'],
      products_rate_idx: ['published', 'rate_per_unit', 'id'],
      products_created_at_idx: ['published', 'created_at', 'id'],
      products_section_id_idx: ['section_id', 'published', 'name_key', 'id'],
      products_manufactured_on_idx: ['manufactured_on'],
      products_best_before_idx: ['best_before'],
    },
  }),
  table({
    name: 'stock_movements',
    columns: [
      id('id', KEY),
      id('product_id'),
      bigint('delta'),
      text('reason'),
      id('order_id', OPTIONAL),
      id('actor_id', OPTIONAL),
      bigint('at'),
      text('note', OPTIONAL),
    ],
    references: { product_id: 'products.id', actor_id: 'users.id' },
    checks: {
      stock_movements_delta_check: 'delta <> 0',
      stock_movements_reason_check: `reason IN ('opening', 'order', 'cancellation', 'delivery', 'correction', 'waste', 'import')`,
    },
    indices: {
      stock_movements_product_id_idx: ['product_id', 'at', 'id', 'delta'],
      stock_movements_order_id_idx: ['order_id'],
      stock_movements_at_idx: ['at'],
    },
  }),
];

/**
 * Search tables: the tokens of each product, maintained by `product-search.ts`, and every distinct token with its
 * trigrams, which match a misspelt token to the intended one.
 */
const SEARCH = {
  'better-sqlite3': {
    up: [
      `CREATE TABLE product_search (place integer PRIMARY KEY, product_id varchar NOT NULL UNIQUE REFERENCES products (id),
         published boolean NOT NULL, name_words text NOT NULL, other_words text NOT NULL)`,
      `CREATE VIRTUAL TABLE product_search_fts USING fts5(name_words, other_words, content='product_search',
         content_rowid='place', prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`,
      `CREATE TRIGGER product_search_inserted AFTER INSERT ON product_search BEGIN
         INSERT INTO product_search_fts (rowid, name_words, other_words)
         VALUES (new.place, new.name_words, new.other_words); END`,
      `CREATE TRIGGER product_search_deleted AFTER DELETE ON product_search BEGIN
         INSERT INTO product_search_fts (product_search_fts, rowid, name_words, other_words)
         VALUES ('delete', old.place, old.name_words, old.other_words); END`,
      `CREATE TABLE search_words (id integer PRIMARY KEY, word text NOT NULL UNIQUE)`,
      `CREATE VIRTUAL TABLE search_words_fts USING fts5(word, content='search_words', content_rowid='id', tokenize='trigram')`,
      `CREATE TRIGGER search_words_inserted AFTER INSERT ON search_words BEGIN
         INSERT INTO search_words_fts (rowid, word) VALUES (new.id, new.word); END`,
    ],
    down: [
      'DROP TABLE search_words_fts',
      'DROP TABLE search_words',
      'DROP TABLE product_search_fts',
      'DROP TABLE product_search',
    ],
  },
  postgres: {
    up: [
      // Names sort by code point, as in SQLite, whatever the database's own collation is.
      'ALTER TABLE sections ALTER COLUMN name_key TYPE text COLLATE "C"',
      'ALTER TABLE products ALTER COLUMN name_key TYPE text COLLATE "C"',
      'CREATE EXTENSION IF NOT EXISTS pg_trgm',
      `CREATE TABLE product_search (
         place bigint PRIMARY KEY,
         product_id uuid NOT NULL UNIQUE REFERENCES products (id),
         published boolean NOT NULL,
         name_words text NOT NULL,
         other_words text NOT NULL,
         name_document tsvector NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(name_words, ' '))) STORED,
         document tsvector NOT NULL
           GENERATED ALWAYS AS (array_to_tsvector(string_to_array(name_words || ' ' || other_words, ' '))) STORED)`,
      'CREATE INDEX product_search_document_idx ON product_search USING gin (document)',
      'CREATE TABLE search_words (word text COLLATE "C" PRIMARY KEY)',
      'CREATE INDEX search_words_trigram_idx ON search_words USING gin (word gin_trgm_ops)',
    ],
    down: ['DROP TABLE search_words', 'DROP TABLE product_search'],
  },
};

export class Catalog1764000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const one of TABLES) await runner.createTable(one);
    for (const statement of searchOf(runner).up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of searchOf(runner).down) await runner.query(statement);
    for (const one of [...TABLES].reverse()) await runner.dropTable(one);
  }
}

function searchOf(runner: QueryRunner): (typeof SEARCH)['postgres'] {
  return SEARCH[runner.dataSource.options.type as keyof typeof SEARCH];
}
