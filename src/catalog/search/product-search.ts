import { Injectable } from '@nestjs/common';
import {
  empty,
  join,
  raw,
  sql,
  type ReadConnection,
  type Sql,
  type Transaction,
} from '../../platform/database/transaction.js';
import { maxTypos, singularOf, spellingDistance, tokenize, wordsOf } from './text-normalization.js';

/** A word as typed, and the tokens that match it. */
export interface SearchTerm {
  readonly typed: string;
  /** True if tokens that begin with the word match too. False for a misspelt word. */
  readonly prefix: boolean;
  /** Further tokens that match: the singular, or the corrected spellings. */
  readonly alternatives: readonly string[];
}

/** The content of a product's index entry. */
export interface IndexedProduct {
  readonly id: string;
  readonly name: string;
  readonly published: boolean;
  /** Sources of the other tokens. */
  readonly texts: readonly string[];
}

/** The end of a page: the tier (0 while names match, then 1) and place of its last product. */
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

const MAX_TERMS = 8;
const MAX_TOKEN_LENGTH = 40;
const MAX_CORRECTIONS = 6;
const TOKEN_BATCH_SIZE = 1000;
const PRODUCT_BATCH_SIZE = 500;

/**
 * Finds products by tokens. Every typed word must match, in any order, by its beginning; typos are tolerated.
 *
 * All database-specific search code is in this file. Full-text search uses FTS5 in SQLite and tsvector in PostgreSQL.
 * Corrections come from trigrams, of FTS5 and of pg_trgm.
 */
@Injectable()
export class ProductSearch {
  /** Indexes a product, replacing its previous entry. */
  async index(tx: Transaction, product: IndexedProduct): Promise<void> {
    await this.addVocabulary(tx, await this.indexAll(tx, [product]));
  }

  /**
   * Indexes many products, a few hundred per call.
   *
   * @returns their tokens, for {@link addVocabulary}
   */
  async indexAll(tx: Transaction, products: readonly IndexedProduct[]): Promise<string[]> {
    if (products.length === 0) return [];
    const ids = products.map((product) => product.id);
    await tx.execute(sql`DELETE FROM product_search WHERE product_id IN (${join(ids)})`);
    const entries = products.map((product) => ({ product, tokens: tokensOf(product) }));
    const rows = entries.map(({ product: { id, name, published }, tokens: { ofName, others } }) => {
      return sql`(${placeOf(id, name)}, ${id}, ${published}, ${ofName.join(' ')}, ${others.join(' ')})`;
    });
    await tx.execute(sql`
      INSERT INTO product_search (place, product_id, published, name_words, other_words) VALUES ${join(rows)}`);
    return entries.flatMap(({ tokens: { ofName, others } }) => [...ofName, ...others]);
  }

  /**
   * Adds tokens to the vocabulary from which corrections are taken. All transactions add them in the same order: one waits for
   * another that adds the same token.
   */
  async addVocabulary(tx: Transaction, tokens: Iterable<string>): Promise<void> {
    const sorted = [...new Set(tokens)].sort();
    for (let start = 0; start < sorted.length; start += TOKEN_BATCH_SIZE) {
      const rows = sorted.slice(start, start + TOKEN_BATCH_SIZE).map((token) => sql`(${token})`);
      await tx.execute(
        sql`INSERT INTO search_words (word) VALUES ${join(rows)} ON CONFLICT (word) DO NOTHING`,
      );
    }
  }

  /** Indexes products again after their section, or its name, has changed. */
  async reindex(tx: Transaction, productIds: readonly string[]): Promise<void> {
    const tokens = new Set<string>();
    for (let start = 0; start < productIds.length; start += PRODUCT_BATCH_SIZE) {
      const batch = productIds.slice(start, start + PRODUCT_BATCH_SIZE);
      for (const token of await this.indexAll(tx, await indexedProducts(tx, batch))) tokens.add(token);
    }
    await this.addVocabulary(tx, tokens);
  }

  async remove(tx: Transaction, productId: string): Promise<void> {
    await tx.execute(sql`DELETE FROM product_search WHERE product_id = ${productId}`);
  }

  /** Returns the literal terms of a search. Empty if the text contains no word. */
  terms(text: string): SearchTerm[] {
    const tokens = tokenize(text).map((token) => token.slice(0, MAX_TOKEN_LENGTH));
    return [...new Set(tokens)].slice(0, MAX_TERMS).map((token) => {
      const singular = singularOf(token);
      return { typed: token, prefix: true, alternatives: singular === undefined ? [] : [singular] };
    });
  }

  /**
   * Returns the terms with corrected spellings: a word that is no prefix of a known token matches similar tokens
   * instead. Undefined if there is nothing to correct.
   */
  async corrected(
    connection: ReadConnection,
    terms: readonly SearchTerm[],
  ): Promise<SearchTerm[] | undefined> {
    const corrected = await Promise.all(terms.map((term) => this.correctedTerm(connection, term)));
    return corrected.some((term, i) => term !== terms[i]) ? corrected : undefined;
  }

  /** Returns products that match all terms, as a subquery with the columns `place`, `product_id` and `published`. */
  matches({ dialect }: ReadConnection, terms: readonly SearchTerm[]): Sql {
    return dialect.name === 'sqlite'
      ? sql`SELECT ps.place, ps.product_id, ps.published FROM product_search_fts
            CROSS JOIN product_search ps ON ps.place = product_search_fts.rowid
            WHERE product_search_fts MATCH ${ftsQuery(terms)}`
      : sql`SELECT place, product_id, published FROM product_search WHERE document @@ ${tsQuery(terms)}::tsquery`;
  }

  /**
   * Returns a page of those products by relevance, as a subquery with the columns `tier`, `place` and `product_id`.
   * First come products whose name has all terms (tier 0), then those that have some terms elsewhere (tier 1). In each
   * tier, shorter names come first. The result is the same on both databases.
   */
  nearest({ dialect }: ReadConnection, terms: readonly SearchTerm[], restriction: SearchRestriction): Sql {
    return dialect.name === 'sqlite'
      ? nearestOnSqlite(terms, restriction)
      : nearestOnPostgres(terms, restriction);
  }

  private async correctedTerm(connection: ReadConnection, term: SearchTerm): Promise<SearchTerm> {
    const limit = maxTypos(term.typed);
    if (limit === 0 || (await this.isKnown(connection, term))) return term;
    const candidates = await connection.rows<{ word: string }>(correctionCandidates(connection, term.typed));
    const corrections = candidates
      .map(({ word }) => ({ word, distance: spellingDistance(term.typed, word, limit) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
      .slice(0, MAX_CORRECTIONS)
      .map(({ word }) => word);
    return corrections.length === 0 ? term : { typed: term.typed, prefix: false, alternatives: corrections };
  }

  private async isKnown(connection: ReadConnection, term: SearchTerm): Promise<boolean> {
    const known = await connection.row(sql`
      SELECT 1 AS known FROM search_words
      WHERE (word >= ${term.typed} AND word < ${`${term.typed}\uffff`}) OR word IN (${join([term.typed, ...term.alternatives])})
      LIMIT 1`);
    return known !== undefined;
  }
}

async function indexedProducts(tx: Transaction, ids: readonly string[]): Promise<IndexedProduct[]> {
  const rows = await tx.rows<{ id: string; name: string; published: boolean | number; text: string }>(sql`
    SELECT p.id, p.name, p.published, p.brand || ' ' || s.name || ' ' || p.description AS text
    FROM products p JOIN sections s ON s.id = p.section_id WHERE p.id IN (${join(ids)})`);
  return rows.map(({ id, name, published, text }) => ({
    ...{ id, name, published: Boolean(published) },
    texts: [text],
  }));
}

function tokensOf({ name, texts }: IndexedProduct): { ofName: string[]; others: string[] } {
  const ofName = indexedTokens([name]);
  return { ofName, others: indexedTokens(texts).filter((token) => !ofName.includes(token)) };
}

/** Returns the tokens and the singular of each, so that either form finds the other. */
function indexedTokens(texts: readonly string[]): string[] {
  const tokens = texts.flatMap(tokenize).map((token) => token.slice(0, MAX_TOKEN_LENGTH));
  return [...new Set(tokens.flatMap((token) => [token, singularOf(token) ?? token]))];
}

/** Returns a product's place among equally good matches: by the length of its name, then random (from its ID). */
function placeOf(id: string, name: string): number {
  return wordsOf(name).length * 2 ** 40 + Number.parseInt(id.slice(-10), 16);
}

/**
 * FTS5 returns its rows by ID, which is the place, so that each tier is read only until the page is full. The parts of
 * a UNION ALL run in order, so that the second is not started if the first has filled the page.
 */
function nearestOnSqlite(
  terms: readonly SearchTerm[],
  { joins, conditions, after, limit }: SearchRestriction,
): Sql {
  const everywhere = ftsQuery(terms);
  const inName = `name_words : (${everywhere})`;
  const tier = (number: number, query: string): Sql => {
    const afterPosition = after?.tier === number ? sql`AND product_search_fts.rowid > ${after.place}` : empty;
    return sql`
      SELECT * FROM (
        SELECT ${raw(String(number))} AS tier, m.place, m.product_id FROM product_search_fts
        CROSS JOIN product_search m ON m.place = product_search_fts.rowid ${joins}
        WHERE product_search_fts MATCH ${query} AND m.published = ${true} ${conditions} ${afterPosition}
        ORDER BY product_search_fts.rowid LIMIT ${limit})`;
  };
  const elsewhere = tier(1, `(${everywhere}) NOT (${inName})`);
  return after?.tier === 1 ? elsewhere : sql`${tier(0, inName)} UNION ALL ${elsewhere} LIMIT ${limit}`;
}

function nearestOnPostgres(
  terms: readonly SearchTerm[],
  { joins, conditions, after, limit }: SearchRestriction,
): Sql {
  const query = sql`${tsQuery(terms)}::tsquery`;
  const tier = sql`CASE WHEN m.name_document @@ ${query} THEN 0 ELSE 1 END`;
  const afterPosition =
    after === undefined ? empty : sql`AND (${tier}, m.place) > (${after.tier}, ${after.place})`;
  return sql`
    SELECT ${tier} AS tier, m.place, m.product_id FROM product_search m ${joins}
    WHERE m.document @@ ${query} AND m.published = ${true} ${conditions} ${afterPosition} ORDER BY 1, 2 LIMIT ${limit}`;
}

function ftsQuery(terms: readonly SearchTerm[]): string {
  return terms
    .map((term) => `(${alternativesOf(term, (word) => `"${word}"`, '*').join(' OR ')})`)
    .join(' AND ');
}

function tsQuery(terms: readonly SearchTerm[]): string {
  return terms
    .map((term) => `(${alternativesOf(term, (word) => `'${word}'`, ':*').join(' | ')})`)
    .join(' & ');
}

function alternativesOf(term: SearchTerm, quote: (word: string) => string, star: string): string[] {
  return [`${quote(term.typed)}${term.prefix ? star : ''}`, ...term.alternatives.map(quote)];
}

/**
 * Returns tokens that share trigrams with the typed word, most similar first. A typo in a short word may leave no
 * trigram intact (mlik, milk), so tokens of similar length with the same first letter are added.
 */
function correctionCandidates(connection: ReadConnection, typed: string): Sql {
  const byTrigram =
    connection.dialect.name === 'sqlite' ? byTrigramOnSqlite(typed) : byTrigramOnPostgres(typed);
  if (typed.length > 6) return byTrigram;
  const first = typed.slice(0, 1);
  return sql`
    SELECT word FROM (${byTrigram}) AS alike
    UNION
    SELECT word FROM search_words
    WHERE word >= ${first} AND word < ${`${first}\uffff`} AND length(word) BETWEEN ${typed.length - 1} AND ${typed.length + 1}`;
}

function byTrigramOnSqlite(typed: string): Sql {
  const trigrams = Array.from({ length: typed.length - 2 }, (_, i) => `"${typed.slice(i, i + 3)}"`);
  return sql`
    SELECT word FROM search_words_fts WHERE search_words_fts MATCH ${trigrams.join(' OR ')}
    ORDER BY bm25(search_words_fts) LIMIT 40`;
}

function byTrigramOnPostgres(typed: string): Sql {
  return sql`
    SELECT word FROM search_words WHERE word % ${typed}
    ORDER BY similarity(word, ${typed}) DESC, word LIMIT 40`;
}
