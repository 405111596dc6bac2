import sql, { join, type Sql } from 'sql-template-tag';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchTokens } from './tokens-of-search.js';

const BATCH_SIZE = 500;

/** SQLite's index of the columns of words, which follows the rows that are inserted and deleted. */
const ftsOf = (...columns: string[]): string[] => {
  const names = columns.join(', ');
  const values = (row: string): string => columns.map((column) => `${row}.${column}`).join(', ');
  return [
    `CREATE VIRTUAL TABLE product_search_fts USING fts5(${names}, content='product_search',
       content_rowid='place', prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`,
    `INSERT INTO product_search_fts (product_search_fts) VALUES ('rebuild')`,
    `CREATE TRIGGER product_search_inserted AFTER INSERT ON product_search BEGIN
       INSERT INTO product_search_fts (rowid, ${names}) VALUES (new.place, ${values('new')}); END`,
    `CREATE TRIGGER product_search_deleted AFTER DELETE ON product_search BEGIN
       INSERT INTO product_search_fts (product_search_fts, rowid, ${names})
       VALUES ('delete', old.place, ${values('old')}); END`,
  ];
};

/** A PostgreSQL column with the words of other columns, for full-text search. */
const documentOf = (name: string, ...columns: string[]): string =>
  `ALTER TABLE product_search ADD COLUMN ${name} tsvector NOT NULL
     GENERATED ALWAYS AS (array_to_tsvector(array_remove(string_to_array(${columns.join(` || ' ' || `)}, ' '), ''))) STORED`;

/** Both databases index the brand and the section apart from the description, and read typos without trigrams. */
const CHANGES = {
  'better-sqlite3': {
    up: [
      'CREATE TABLE search_spellings (word text NOT NULL PRIMARY KEY) WITHOUT ROWID',
      'DROP TRIGGER search_words_inserted',
      'DROP TABLE search_words_fts',
      'DROP TRIGGER product_search_deleted',
      'DROP TRIGGER product_search_inserted',
      'DROP TABLE product_search_fts',
      `ALTER TABLE product_search ADD COLUMN label_words text NOT NULL DEFAULT ''`,
      ...ftsOf('name_words', 'label_words', 'other_words'),
    ],
    down: [
      'DROP TRIGGER product_search_deleted',
      'DROP TRIGGER product_search_inserted',
      'DROP TABLE product_search_fts',
      `UPDATE product_search SET other_words = label_words || ' ' || other_words`,
      'ALTER TABLE product_search DROP COLUMN label_words',
      ...ftsOf('name_words', 'other_words'),
      `CREATE VIRTUAL TABLE search_words_fts USING fts5(word, content='search_words', content_rowid='id', tokenize='trigram')`,
      `INSERT INTO search_words_fts (search_words_fts) VALUES ('rebuild')`,
      `CREATE TRIGGER search_words_inserted AFTER INSERT ON search_words BEGIN
         INSERT INTO search_words_fts (rowid, word) VALUES (new.id, new.word); END`,
      'DROP TABLE search_spellings',
    ],
  },
  postgres: {
    up: [
      'CREATE TABLE search_spellings (word text COLLATE "C" PRIMARY KEY)',
      'DROP INDEX search_words_trigram_idx',
      'ALTER TABLE product_search DROP COLUMN document',
      `ALTER TABLE product_search ADD COLUMN label_words text NOT NULL DEFAULT ''`,
      documentOf('label_document', 'name_words', 'label_words'),
      documentOf('document', 'name_words', 'label_words', 'other_words'),
      'CREATE INDEX product_search_document_idx ON product_search USING gin (document, label_document)',
    ],
    down: [
      'ALTER TABLE product_search DROP COLUMN document',
      'ALTER TABLE product_search DROP COLUMN label_document',
      `UPDATE product_search SET other_words = trim(label_words || ' ' || other_words)`,
      'ALTER TABLE product_search DROP COLUMN label_words',
      documentOf('document', 'name_words', 'other_words'),
      'CREATE INDEX product_search_document_idx ON product_search USING gin (document)',
      'CREATE INDEX search_words_trigram_idx ON search_words USING gin (word gin_trgm_ops)',
      'DROP TABLE search_spellings',
    ],
  },
};

interface IndexedRow {
  readonly place: number | string;
  readonly id: string;
  readonly published: boolean | number;
  readonly name: string;
  readonly brand: string;
  readonly section: string;
  readonly description: string;
}

/**
 * Adds the words of names, brands and sections, to which misspelt words are corrected, and indexes all products again: loaves have
 * the singular loaf, and Hindi words one spelling with and without the dot below a letter.
 */
export class SearchSpellings1764000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of changesOf(runner).up) await runner.query(statement);
    let last = '';
    for (;;) {
      const rows = await run<IndexedRow>(
        runner,
        sql`SELECT ps.place, p.id, ps.published, p.name, p.brand, s.name AS section, p.description
            FROM product_search ps JOIN products p ON p.id = ps.product_id JOIN sections s ON s.id = p.section_id
            ${last === '' ? sql`` : sql`WHERE p.id > ${last}`} ORDER BY p.id LIMIT ${BATCH_SIZE}`,
      );
      if (rows.length === 0) return;
      await indexAgain(runner, rows);
      last = rows.at(-1)?.id ?? '';
    }
  }

  /** The index stays: the previous release reads it as well. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of changesOf(runner).down) await runner.query(statement);
  }
}

function changesOf(runner: QueryRunner): (typeof CHANGES)['postgres'] {
  return CHANGES[runner.dataSource.options.type as keyof typeof CHANGES];
}

async function indexAgain(runner: QueryRunner, rows: readonly IndexedRow[]): Promise<void> {
  const spellings = new Set<string>();
  const words = new Set<string>();
  const entries = rows.map(({ place, id, published, name, brand, section, description }) => {
    const ofName = tokensOf(name);
    const ofLabels = tokensOf(`${brand} ${section}`);
    const others = tokensOf(description);
    for (const token of [...ofName, ...ofLabels]) spellings.add(token);
    for (const token of [...ofName, ...ofLabels, ...others]) words.add(token);
    const [names, labels, otherWords] = [ofName, ofLabels, others].map((tokens) => tokens.join(' '));
    return sql`(${place}, ${id}, ${published}, ${names}, ${labels}, ${otherWords})`;
  });
  // SQLite's index follows rows that are inserted and deleted, but not those that are updated.
  await run(runner, sql`DELETE FROM product_search WHERE product_id IN (${join(rows.map(({ id }) => id))})`);
  await run(
    runner,
    sql`INSERT INTO product_search (place, product_id, published, name_words, label_words, other_words) VALUES ${join(entries)}`,
  );
  await addWords(runner, sql`search_words`, words);
  await addWords(runner, sql`search_spellings`, spellings);
}

async function addWords(runner: QueryRunner, table: Sql, words: ReadonlySet<string>): Promise<void> {
  const sorted = [...words].sort();
  for (let start = 0; start < sorted.length; start += BATCH_SIZE) {
    const rows = sorted.slice(start, start + BATCH_SIZE).map((word) => sql`(${word})`);
    await run(runner, sql`INSERT INTO ${table} (word) VALUES ${join(rows)} ON CONFLICT (word) DO NOTHING`);
  }
}

async function run<Row>(runner: QueryRunner, statement: Sql): Promise<Row[]> {
  const text = runner.dataSource.options.type === 'postgres' ? statement.text : statement.sql;
  return (await runner.query(text, statement.values)) as Row[];
}

/** The tokens of a text as this release computes them, each with its singular. */
function tokensOf(text: string): string[] {
  return [...new Set(searchTokens(text).flatMap((token) => [token, singularOf(token)]))];
}

function singularOf(word: string): string {
  if (/^chill?ies$/.test(word)) return word.slice(0, -2);
  if (/(?:ea|oa|al|el)ves$/.test(word)) return `${word.slice(0, -3)}f`;
  if (word.length > 4 && word.endsWith('ies') && !/^(?:brown|calor|cook|smooth|vegg)ies$/.test(word))
    return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:[sxo]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
