import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, integer, KEY, OPTIONAL, table, text } from './columns.js';

const PRODUCT_WISHES = table({
  name: 'product_wishes',
  columns: [
    id('id', KEY),
    text('term_key'),
    text('term'),
    integer('wishes', { default: 1 }),
    bigint('first_at'),
    bigint('last_at'),
    bigint('done_at', OPTIONAL),
  ],
  uniques: { product_wishes_term_key_key: ['term_key'] },
  checks: { product_wishes_wishes_check: 'wishes > 0' },
  indices: { product_wishes_last_at_idx: ['last_at', 'id'] },
});

/** Adds what shoppers searched for in vain, and asked for. */
export class ProductWishes1764000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(PRODUCT_WISHES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('product_wishes');
  }
}
