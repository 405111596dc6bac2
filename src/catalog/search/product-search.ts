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
import { forgivenLetters, nameKeyOf, singularOf, spellingDistance, wordsOf } from './text-normalization.js';

/** One word that a shopper typed: what counts as it. */
export interface SearchTerm {
  readonly typed: string;
  /** Also found by whatever begins with what was typed. False where it is known to be misspelt. */
  readonly prefix: boolean;
  /** Words that count as the typed one: its singular, or what it was meant to be. */
  readonly alternatives: readonly string[];
}

/** What the index keeps of a product. */
export interface IndexedProduct {
  readonly id: string;
  readonly name: string;
  readonly published: boolean;
  /** Where its other words come from. */
  readonly texts: readonly string[];
}

/** Where a page ended: whether by then all names had been gone through, and the place of its last product. */
export interface SearchPosition {
  readonly tier: number;
  readonly place: number;
}

/** Which of the products found are wanted, as SQL on `m` (the search's index) and, where `joins` has it, on `p`. */
export interface SearchRestriction {
  readonly joins: Sql;
  readonly conditions: Sql;
  readonly after: SearchPosition | undefined;
  readonly limit: number;
}

const MAX_WORDS = 8;
const MAX_LETTERS = 40;
const MAX_CORRECTIONS = 6;
const WORDS_AT_ONCE = 1000;

/**
 * Finds products by their words: every word that was typed, in any order, by its beginning, with typing forgiven.
 *
 * What belongs to which database is here alone: full text is SQLite's FTS5 and PostgreSQL's tsvector, and the words that
 * a misspelt one may have been meant to be come from trigrams, of FTS5 and of pg_trgm.
 */
@Injectable()
export class ProductSearch {
  /** Puts a product into the index, in place of what was there of it. */
  async index(tx: Transaction, product: IndexedProduct): Promise<void> {
    await this.learn(tx, await this.indexAll(tx, [product]));
  }

  /**
   * Puts many products into the index, some hundred at once.
   *
   * @returns their words, for {@link learn}
   */
  async indexAll(tx: Transaction, products: readonly IndexedProduct[]): Promise<string[]> {
    if (products.length === 0) return [];
    const ids = products.map((product) => product.id);
    await tx.execute(sql`DELETE FROM product_search WHERE product_id IN (${join(ids)})`);
    const entries = products.map((product) => ({ product, words: wordsOfProduct(product) }));
    const rows = entries.map(({ product: { id, name, published }, words: { ofName, others } }) => {
      return sql`(${placeOf(id, name)}, ${id}, ${published}, ${ofName.join(' ')}, ${others.join(' ')})`;
    });
    await tx.execute(sql`
      INSERT INTO product_search (place, product_id, published, name_words, other_words) VALUES ${join(rows)}`);
    return entries.flatMap(({ words: { ofName, others } }) => [...ofName, ...others]);
  }

  /** Adds words to those that a misspelt one may have been meant to be. */
  async learn(tx: Transaction, words: readonly string[]): Promise<void> {
    for (let start = 0; start < words.length; start += WORDS_AT_ONCE) {
      const rows = words.slice(start, start + WORDS_AT_ONCE).map((word) => sql`(${word})`);
      await tx.execute(
        sql`INSERT INTO search_words (word) VALUES ${join(rows)} ON CONFLICT (word) DO NOTHING`,
      );
    }
  }

  /** Indexes all products of a section again, after its name has changed. */
  async indexSection(tx: Transaction, sectionId: string): Promise<void> {
    const products = await tx.rows<{
      id: string;
      name: string;
      published: boolean | number;
      text: string;
    }>(sql`
      SELECT p.id, p.name, p.published, p.brand || ' ' || s.name || ' ' || p.description AS text
      FROM products p JOIN sections s ON s.id = p.section_id WHERE p.section_id = ${sectionId} AND p.deleted_at IS NULL`);
    for (const { id, name, published, text } of products) {
      await this.index(tx, { id, name, published: Boolean(published), texts: [text] });
    }
  }

  async remove(tx: Transaction, productId: string): Promise<void> {
    await tx.execute(sql`DELETE FROM product_search WHERE product_id = ${productId}`);
  }

  /** What was typed, taken literally. Empty where it has no word. */
  terms(typed: string): SearchTerm[] {
    const words = wordsOf(typed).map((word) => word.slice(0, MAX_LETTERS));
    return [...new Set(words)].slice(0, MAX_WORDS).map((word) => {
      const singular = singularOf(word);
      return { typed: word, prefix: true, alternatives: singular === undefined ? [] : [singular] };
    });
  }

  /**
   * The same terms with the typing forgiven: a word with which none of the store's begins gets the ones that it may
   * have been meant to be. Undefined where there is nothing to correct.
   */
  async corrected(reader: ReadConnection, terms: readonly SearchTerm[]): Promise<SearchTerm[] | undefined> {
    const corrected = await Promise.all(terms.map((term) => this.correctedTerm(reader, term)));
    return corrected.some((term, i) => term !== terms[i]) ? corrected : undefined;
  }

  /** The products that have all terms, as a subquery with the columns `place`, `product_id` and `published`. */
  matches({ dialect }: ReadConnection, terms: readonly SearchTerm[]): Sql {
    return dialect.name === 'sqlite'
      ? sql`SELECT ps.place, ps.product_id, ps.published FROM product_search_fts
            CROSS JOIN product_search ps ON ps.place = product_search_fts.rowid
            WHERE product_search_fts MATCH ${ftsQuery(terms)}`
      : sql`SELECT place, product_id, published FROM product_search WHERE document @@ ${tsQuery(terms)}::tsquery`;
  }

  /**
   * A page of those products by their nearness to what was asked, as a subquery with the columns `tier`, `place` and `product_id`:
   * first the products whose name has all terms (tier 0), then those where some stand elsewhere (tier 1), in each the
   * shorter names first. The same on both databases.
   */
  nearest({ dialect }: ReadConnection, terms: readonly SearchTerm[], restriction: SearchRestriction): Sql {
    return dialect.name === 'sqlite'
      ? nearestOnSqlite(terms, restriction)
      : nearestOnPostgres(terms, restriction);
  }

  private async correctedTerm(reader: ReadConnection, term: SearchTerm): Promise<SearchTerm> {
    const limit = forgivenLetters(term.typed);
    if (limit === 0 || (await this.isKnown(reader, term))) return term;
    const likely = await reader.rows<{ word: string }>(likelyWords(reader, term.typed));
    const words = likely
      .map(({ word }) => ({ word, distance: spellingDistance(term.typed, word, limit) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
      .slice(0, MAX_CORRECTIONS)
      .map(({ word }) => word);
    return words.length === 0 ? term : { typed: term.typed, prefix: false, alternatives: words };
  }

  private async isKnown(reader: ReadConnection, term: SearchTerm): Promise<boolean> {
    const known = await reader.row(sql`
      SELECT 1 AS known FROM search_words
      WHERE (word >= ${term.typed} AND word < ${`${term.typed}\uffff`}) OR word IN (${join([term.typed, ...term.alternatives])})
      LIMIT 1`);
    return known !== undefined;
  }
}

function wordsOfProduct({ name, texts }: IndexedProduct): { ofName: string[]; others: string[] } {
  const ofName = indexedWords([name]);
  return { ofName, others: indexedWords(texts).filter((word) => !ofName.includes(word)) };
}

/** The words, and the singular of each, so that one finds the other. */
function indexedWords(texts: readonly string[]): string[] {
  const words = texts.flatMap(wordsOf).map((word) => word.slice(0, MAX_LETTERS));
  return [...new Set(words.flatMap((word) => [word, singularOf(word) ?? word]))];
}

/** A product's place among those that match as well: by the length of its name, and then by chance. */
function placeOf(id: string, name: string): number {
  return nameKeyOf(name).length * 2 ** 40 + Number.parseInt(id.slice(-10), 16);
}

/**
 * FTS5 gives its rows by their id, which is the place: each tier is read until the page is full, and no further. The parts
 * of a UNION ALL are run in their order, so that the second isn't begun where the first has filled the page.
 */
function nearestOnSqlite(
  terms: readonly SearchTerm[],
  { joins, conditions, after, limit }: SearchRestriction,
): Sql {
  const everywhere = ftsQuery(terms);
  const inName = `name_words : (${everywhere})`;
  const tier = (number: number, query: string): Sql => {
    const behind = after?.tier === number ? sql`AND product_search_fts.rowid > ${after.place}` : empty;
    return sql`
      SELECT * FROM (
        SELECT ${raw(String(number))} AS tier, m.place, m.product_id FROM product_search_fts
        CROSS JOIN product_search m ON m.place = product_search_fts.rowid ${joins}
        WHERE product_search_fts MATCH ${query} AND m.published = ${true} ${conditions} ${behind}
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
  const behind = after === undefined ? empty : sql`AND (${tier}, m.place) > (${after.tier}, ${after.place})`;
  return sql`
    SELECT ${tier} AS tier, m.place, m.product_id FROM product_search m ${joins}
    WHERE m.document @@ ${query} AND m.published = ${true} ${conditions} ${behind} ORDER BY 1, 2 LIMIT ${limit}`;
}

function ftsQuery(terms: readonly SearchTerm[]): string {
  return terms.map((term) => `(${spellings(term, (word) => `"${word}"`, '*').join(' OR ')})`).join(' AND ');
}

function tsQuery(terms: readonly SearchTerm[]): string {
  return terms.map((term) => `(${spellings(term, (word) => `'${word}'`, ':*').join(' | ')})`).join(' & ');
}

function spellings(term: SearchTerm, quote: (word: string) => string, star: string): string[] {
  return [`${quote(term.typed)}${term.prefix ? star : ''}`, ...term.alternatives.map(quote)];
}

/**
 * Words that share trigrams with the typed one, the most alike first; and because a slip in a short word may leave no
 * trigram whole (mlik, milk), words of about its length that begin with its first letter.
 */
function likelyWords(reader: ReadConnection, typed: string): Sql {
  const byTrigram = reader.dialect.name === 'sqlite' ? byTrigramOnSqlite(typed) : byTrigramOnPostgres(typed);
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
