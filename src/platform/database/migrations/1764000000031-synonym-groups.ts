import { v7 } from 'uuid';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bigint, id, integer, KEY, table, text } from './columns.js';
import { DAIRY_AND_SNACKS } from './thesaurus/dairy-and-snacks.js';
import { FRUITS } from './thesaurus/fruits.js';
import { HOUSEHOLD } from './thesaurus/household.js';
import { SPICES } from './thesaurus/spices.js';
import { STAPLES } from './thesaurus/staples.js';
import { VEGETABLES } from './thesaurus/vegetables.js';
import { searchTokens } from './tokens-of-search.js';

const SYNONYM_GROUPS = table({
  name: 'synonym_groups',
  columns: [
    id('id', KEY),
    text('language'),
    text('words'),
    text('search_key'),
    integer('version', { default: 1 }),
    bigint('created_at'),
  ],
  checks: { synonym_groups_language_check: `language IN ('en', 'hi')` },
  indices: { synonym_groups_search_key_idx: ['search_key', 'id'] },
});

const THESAURUS = [VEGETABLES, FRUITS, STAPLES, SPICES, DAIRY_AND_SNACKS, HOUSEHOLD];

/** Adds the thesaurus of the search, with the words of an Indian kitchen to begin with. */
export class SynonymGroups1764000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(SYNONYM_GROUPS);
    const isPostgres = runner.dataSource.options.type === 'postgres';
    const places = isPostgres ? '$1, $2, $3, $4, $5' : '?, ?, ?, ?, ?';
    for (const part of THESAURUS) {
      for (const [language, groups] of Object.entries(part)) {
        for (const words of groups.trim().split('\n').map(wordsIn)) {
          await runner.query(
            `INSERT INTO synonym_groups (id, language, words, search_key, created_at) VALUES (${places})`,
            [v7(), language, JSON.stringify(words), searchKeyOf(words), Date.now()],
          );
        }
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('synonym_groups');
  }
}

function wordsIn(group: string): string[] {
  return group.split(',').map((word) => word.trim().normalize('NFC'));
}

function searchKeyOf(words: readonly string[]): string {
  return `${words.map((word) => searchTokens(word).join(' ')).join(', ')},`;
}
