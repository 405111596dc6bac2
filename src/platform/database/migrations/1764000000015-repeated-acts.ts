import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

/** What a check found, row by row: the rate now and the rate that the file would set. */
const IMPORT_ROWS = table({
  name: 'import_rows',
  columns: [
    id('import_id', KEY),
    integer('line', KEY),
    text('section_name'),
    text('name'),
    text('unit_before', OPTIONAL),
    text('unit_type'),
    bigint('rate_before', OPTIONAL),
    bigint('rate_per_unit'),
    bigint('delivery'),
    text('notice', OPTIONAL),
  ],
  references: { import_id: { to: 'imports.id', onDelete: 'CASCADE' } },
});

/** Both databases add a column in place. TypeORM would rebuild SQLite's table, and so lose the rows that reference it. */
const COLUMNS = [
  `imports ADD COLUMN content_sha256 text NOT NULL DEFAULT ''`,
  'imports ADD COLUMN rate_changes integer NOT NULL DEFAULT 0',
  'imports ADD COLUMN confirmed_rate_changes integer NOT NULL DEFAULT 0',
  // Keys of earlier releases are those of checkouts.
  `idempotency_keys ADD COLUMN operation text NOT NULL DEFAULT 'POST /api/v1/orders'`,
];

/** Imports whose file is known again, and idempotency keys of every operation. */
export class RepeatedActs1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`ALTER TABLE ${column}`);
    // The rows of earlier files are gone: those are known again by the hash of the entire file.
    await runner.query('UPDATE imports SET content_sha256 = sha256');
    await runner.query('CREATE INDEX imports_content_sha256_idx ON imports (content_sha256)');
    await runner.createTable(IMPORT_ROWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(IMPORT_ROWS);
    await runner.query('DROP INDEX imports_content_sha256_idx');
    for (const column of [...COLUMNS].reverse())
      await runner.query(`ALTER TABLE ${column.replace(/ADD (COLUMN \w+) .*/, 'DROP $1')}`);
  }
}
