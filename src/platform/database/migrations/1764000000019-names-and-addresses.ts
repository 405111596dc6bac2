import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, KEY, table, text } from './columns.js';

const FORMER_SLUGS = table({
  name: 'former_slugs',
  columns: [text('kind', KEY), text('slug', KEY), id('target_id')],
  indices: { former_slugs_target_id_idx: ['target_id'] },
});

interface Named {
  readonly id: string;
  readonly name: string;
  readonly name_key: string;
}

/** A product whose name has all of its words has no others, and the empty word between them is no lexeme. */
const INDEX_WITHOUT_EMPTY_WORDS = [
  'ALTER TABLE product_search DROP COLUMN document',
  `ALTER TABLE product_search ADD COLUMN document tsvector NOT NULL
     GENERATED ALWAYS AS (array_to_tsvector(string_to_array(trim(name_words || ' ' || other_words), ' '))) STORED`,
  'CREATE INDEX product_search_document_idx ON product_search USING gin (document)',
];

/** Adds former slugs. Names are unique as a person reads them: accents and signs make a difference. */
export class NamesAndAddresses1764000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(FORMER_SLUGS);
    if (runner.dataSource.options.type === 'postgres')
      for (const statement of INDEX_WITHOUT_EMPTY_WORDS) await runner.query(statement);
    await rewriteKeys(runner, (row, words) => {
      const asRead = row.name.normalize('NFKC').toLowerCase().normalize('NFC').replace(/\s+/gu, ' ').trim();
      return asRead === words ? words : `${words}\u001f${asRead}`;
    });
  }

  /** The corrected search index stays: the previous release reads it as well. */
  async down(runner: QueryRunner): Promise<void> {
    const taken = new Set<string>();
    await rewriteKeys(runner, ({ id }, words, place) => {
      const isTaken = taken.has(`${place} ${words}`);
      taken.add(`${place} ${words}`);
      // The previous release knows no two such names in one section.
      return isTaken ? `${words} ${id}` : words;
    });
    await runner.dropTable('former_slugs');
  }
}

/** Writes the keys of all names again, which takes no SQL that both databases have. */
async function rewriteKeys(
  runner: QueryRunner,
  keyOf: (row: Named, words: string, place: string) => string,
): Promise<void> {
  const sections = (await runner.query(
    'SELECT id, name, name_key FROM sections ORDER BY name_key',
  )) as Named[];
  for (const row of sections) await setKey(runner, 'sections', row, keyOf(row, wordsOf(row.name), ''));
  const products = (await runner.query(
    'SELECT id, name, name_key, section_id FROM products WHERE deleted_at IS NULL ORDER BY name_key',
  )) as (Named & { readonly section_id: string })[];
  for (const row of products)
    await setKey(runner, 'products', row, keyOf(row, wordsOf(row.name), row.section_id));
}

async function setKey(
  runner: QueryRunner,
  tableName: 'sections' | 'products',
  { id: rowId, name_key: before }: Named,
  key: string,
): Promise<void> {
  if (key === before) return;
  const isSqlite = runner.dataSource.options.type === 'better-sqlite3';
  const [first, second] = isSqlite ? ['?', '?'] : ['$1', '$2'];
  await runner.query(`UPDATE ${tableName} SET name_key = ${first} WHERE id = ${second}`, [key, rowId]);
}

/** The words of a name as this release computes them. */
function wordsOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC');
  return (plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ');
}
