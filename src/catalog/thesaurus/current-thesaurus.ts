import { Injectable } from '@nestjs/common';
import { cacheKey } from '../../platform/cache/cache-key.js';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { entriesIn } from './synonym-entries.js';
import { MAX_SYNONYM_GROUPS } from './thesaurus-limits.js';
import { entryTokens, Thesaurus } from './thesaurus.js';

const KEY = cacheKey('thesaurus');
const BATCH_SIZE = 2000;

interface StoredThesaurus {
  readonly groups: readonly (readonly string[])[];
  /** Tokens of the entries that products have. */
  readonly indexed: readonly string[];
}

/** The thesaurus of the store, in memory. It is read again after staff have changed it, or a product, in any process. */
@Injectable()
export class CurrentThesaurus {
  private prepared: { readonly json: string; readonly thesaurus: Thesaurus } | undefined;

  constructor(
    private readonly database: Database,
    private readonly cache: SharedCache,
  ) {}

  async read(): Promise<Thesaurus> {
    const json = await this.cache.wrap('thesaurus', KEY, () => this.load());
    // The same text is read again and again: it is prepared only once.
    if (this.prepared?.json !== json)
      this.prepared = { json, thesaurus: thesaurusOf(JSON.parse(json) as StoredThesaurus) };
    return this.prepared.thesaurus;
  }

  /** Must be called wherever the thesaurus changes. Responses with search results are cached as part of the catalog. */
  invalidate(tx: Transaction): void {
    tx.afterCommit(() => {
      this.cache.invalidate('thesaurus');
      this.cache.invalidate('catalog');
    });
  }

  private async load(): Promise<string> {
    const { read } = this.database;
    const rows = await read.rows<{ search_key: string }>(
      sql`SELECT search_key FROM synonym_groups ORDER BY search_key, id LIMIT ${MAX_SYNONYM_GROUPS}`,
    );
    const groups = rows.map((row) => entriesIn(row.search_key));
    const tokens = [...new Set(groups.flat().flatMap(entryTokens))];
    const indexed: string[] = [];
    for (let start = 0; start < tokens.length; start += BATCH_SIZE) {
      const batch = tokens.slice(start, start + BATCH_SIZE);
      const words = await read.rows<{ word: string }>(
        sql`SELECT word FROM search_words WHERE word IN (${join(batch)}) ORDER BY word`,
      );
      indexed.push(...words.map(({ word }) => word));
    }
    return JSON.stringify({ groups, indexed } satisfies StoredThesaurus);
  }
}

function thesaurusOf({ groups, indexed }: StoredThesaurus): Thesaurus {
  const tokens = new Set(indexed);
  return new Thesaurus(groups, (token) => tokens.has(token));
}
