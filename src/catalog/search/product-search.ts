import { Injectable } from '@nestjs/common';
import { empty, join, raw, sql, type ReadConnection, type Sql } from '../../platform/database/transaction.js';
import { CurrentThesaurus } from '../thesaurus/current-thesaurus.js';
import type { Thesaurus } from '../thesaurus/thesaurus.js';
import { readAmounts } from './amounts.js';
import { postgresLevels } from './full-text/postgres-levels.js';
import { sqliteLevels } from './full-text/sqlite-levels.js';
import { partsOf, type Search } from './search-parts.js';
import { correctionsOf } from './spelling.js';

/** The end of a page: the tier and place of its last product. */
export interface SearchPosition {
  readonly tier: number;
  readonly place: number;
}

/** Restricts the matching products, as SQL on `m` (the search index) and, if `joins` adds it, on `p`. */
export interface SearchRestriction {
  readonly joins: Sql;
  readonly conditions: Sql;
  readonly after: SearchPosition | undefined;
  readonly limit: number;
}

/** A search as typed, with what is needed to correct it. */
export interface TypedSearch extends Search {
  readonly tokens: readonly string[];
  readonly thesaurus: Thesaurus;
}

/** The number of the last tier. */
export const LAST_TIER = 3;
const MAX_TOKENS = 8;

/**
 * Finds products by words, in any order. Amounts in a search exclude no product. Synonyms of the thesaurus find what the words
 * find; typos are tolerated if nothing is found.
 *
 * The two databases differ in `full-text` and in the functions at the end of this file: SQLite has FTS5, PostgreSQL tsvector.
 */
@Injectable()
export class ProductSearch {
  constructor(private readonly thesaurus: CurrentThesaurus) {}

  /** Returns a search as typed; undefined if the text has no word. */
  async read(text: string): Promise<TypedSearch | undefined> {
    const { tokens: all, amounts } = readAmounts(text);
    const tokens = [...new Set(all)].slice(0, MAX_TOKENS);
    if (tokens.length === 0) return undefined;
    const thesaurus = await this.thesaurus.read();
    return { parts: partsOf(tokens, thesaurus), amounts, tokens, thesaurus };
  }

  /** Returns the search with misspelt words corrected; undefined if there is nothing to correct. */
  async corrected(
    connection: ReadConnection,
    { tokens, thesaurus, amounts }: TypedSearch,
  ): Promise<Search | undefined> {
    const corrections = await correctionsOf(connection, tokens, thesaurus);
    return corrections.size === 0 ? undefined : { parts: partsOf(tokens, thesaurus, corrections), amounts };
  }

  /** Returns all products that a search finds, as a subquery with the columns `place`, `product_id` and `published`. */
  matches(connection: ReadConnection, search: Search): Sql {
    return allAt(connection, search, 'everywhere');
  }

  /** Returns all products of which any text has one of the words, as {@link matches}. */
  mentions(connection: ReadConnection, search: Search): Sql {
    return allAt(connection, search, 'mentions');
  }

  /**
   * Returns a page of those products by relevance, as a subquery with the columns `tier`, `place` and `product_id`. The tiers:
   *
   * 0. the name has all words as a whole, and the amounts
   * 1. the name has all words as a whole
   * 2. the name has the beginnings of words
   * 3. some words are elsewhere
   *
   * In each tier, shorter names come first. The result is the same on both databases.
   */
  nearest({ dialect }: ReadConnection, search: Search, restriction: SearchRestriction): Sql {
    return dialect.name === 'sqlite'
      ? nearestOnSqlite(search, restriction)
      : nearestOnPostgres(search, restriction);
  }
}

function allAt({ dialect }: ReadConnection, search: Search, level: 'everywhere' | 'mentions'): Sql {
  return dialect.name === 'sqlite'
    ? sql`SELECT ps.place, ps.product_id, ps.published FROM product_search_fts
          CROSS JOIN product_search ps ON ps.place = product_search_fts.rowid
          WHERE product_search_fts MATCH ${sqliteLevels(search)[level]}`
    : sql`SELECT m.place, m.product_id, m.published FROM product_search m WHERE ${postgresLevels(search)[level]}`;
}

/**
 * FTS5 returns its rows by ID, which is the place, so that each tier is read only until the page is full. The parts of
 * a UNION ALL run in order, so that no tier is started if those before it have filled the page.
 */
function nearestOnSqlite(search: Search, { joins, conditions, after, limit }: SearchRestriction): Sql {
  const { withAmounts, wholeWordsOfName, beginningsInName, everywhere } = sqliteLevels(search);
  const levels = [withAmounts, wholeWordsOfName, beginningsInName, everywhere];
  const tiers = levels.flatMap((query, tier) => {
    const before = levels.slice(0, tier).findLast((level) => level !== undefined);
    if (query === undefined || query === before || tier < (after?.tier ?? 0)) return [];
    const afterPosition = after?.tier === tier ? sql`AND product_search_fts.rowid > ${after.place}` : empty;
    return sql`
      SELECT * FROM (
        SELECT ${raw(String(tier))} AS tier, m.place, m.product_id FROM product_search_fts
        CROSS JOIN product_search m ON m.place = product_search_fts.rowid ${joins}
        WHERE product_search_fts MATCH ${before === undefined ? query : `(${query}) NOT (${before})`}
          AND m.published = ${true} ${conditions} ${afterPosition}
        ORDER BY product_search_fts.rowid LIMIT ${limit})`;
  });
  return sql`${join(tiers, ' UNION ALL ')} LIMIT ${limit}`;
}

function nearestOnPostgres(search: Search, { joins, conditions, after, limit }: SearchRestriction): Sql {
  const { withAmounts, wholeWordsOfName, beginningsInName, everywhere } = postgresLevels(search);
  const best = withAmounts === undefined ? empty : sql`WHEN ${withAmounts} THEN 0`;
  const tier = sql`CASE ${best} WHEN ${wholeWordsOfName} THEN 1 WHEN ${beginningsInName} THEN 2 ELSE 3 END`;
  const afterPosition =
    after === undefined ? empty : sql`AND (${tier}, m.place) > (${after.tier}, ${after.place})`;
  return sql`
    SELECT ${tier} AS tier, m.place, m.product_id FROM product_search m ${joins}
    WHERE ${everywhere} AND m.published = ${true} ${conditions} ${afterPosition} ORDER BY 1, 2 LIMIT ${limit}`;
}
