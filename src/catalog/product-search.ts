import { Injectable } from '@nestjs/common';
import { join, sql, type Reader, type Sql, type Transaction } from '../database/transaction.js';
import { forgivenLetters, singularOf, spellingDistance, wordsOf } from './words.js';

/** One word that a shopper typed: what counts as it. */
export interface SearchTerm {
  readonly typed: string;
  /** Also found by whatever begins with what was typed. False where it is known to be misspelt. */
  readonly prefix: boolean;
  /** Words that count as the typed one: its singular, or what it was meant to be. */
  readonly alternatives: readonly string[];
}

const MAX_WORDS = 8;
const MAX_LETTERS = 40;
const MAX_CORRECTIONS = 6;

/**
 * Finds products by their words: every word that was typed, in any order, by its beginning, with typing forgiven.
 *
 * What belongs to which database is here alone: full text is SQLite's FTS5 and PostgreSQL's tsvector, and the words that
 * a misspelt one may have been meant to be come from trigrams, of FTS5 and of pg_trgm.
 */
@Injectable()
export class ProductSearch {
  /** Puts a product's words into the index, in place of those that were there. */
  async index(tx: Transaction, productId: string, texts: readonly string[]): Promise<void> {
    const words = indexedWords(texts);
    await tx.execute(sql`
      INSERT INTO product_search (product_id, words) VALUES (${productId}, ${words.join(' ')})
      ON CONFLICT (product_id) DO UPDATE SET words = excluded.words`);
    if (words.length === 0) return;
    await tx.execute(sql`
      INSERT INTO search_words (word) VALUES ${join(words.map((word) => sql`(${word})`))} ON CONFLICT (word) DO NOTHING`);
  }

  /** Indexes all products of a section again, after its name has changed. */
  async indexSection(tx: Transaction, sectionId: string): Promise<void> {
    const products = await tx.rows<{ id: string; texts: string }>(sql`
      SELECT p.id, p.name || ' ' || p.brand || ' ' || s.name || ' ' || p.description AS texts
      FROM products p JOIN sections s ON s.id = p.section_id WHERE p.section_id = ${sectionId}`);
    for (const { id, texts } of products) await this.index(tx, id, [texts]);
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
  async corrected(reader: Reader, terms: readonly SearchTerm[]): Promise<SearchTerm[] | undefined> {
    const corrected = await Promise.all(terms.map((term) => this.correctedTerm(reader, term)));
    return corrected.some((term, i) => term !== terms[i]) ? corrected : undefined;
  }

  /** The ids of the products that have all terms, as a subquery with the one column `product_id`. */
  matches(reader: Reader, terms: readonly SearchTerm[]): Sql {
    if (reader.dialect.name === 'sqlite') {
      const query = terms
        .map((term) => `(${spellings(term, (word) => `"${word}"`, '*').join(' OR ')})`)
        .join(' AND ');
      return sql`
        SELECT ps.product_id FROM product_search_fts
        CROSS JOIN product_search ps ON ps.id = product_search_fts.rowid
        WHERE product_search_fts MATCH ${query}`;
    }
    const query = terms
      .map((term) => `(${spellings(term, (word) => `'${word}'`, ':*').join(' | ')})`)
      .join(' & ');
    return sql`SELECT product_id FROM product_search WHERE document @@ ${query}::tsquery`;
  }

  /**
   * How far a product is from what was asked, as a whole number to sort by: for each term 0 where the product's name
   * begins with it, 1 where a later word of the name does, 2 where it stands elsewhere; among equals the shorter name is
   * nearer. The same on both databases.
   */
  rank(terms: readonly SearchTerm[], nameKey: Sql): Sql {
    const ranks = terms.map((term) => {
      const words = [term.typed, ...term.alternatives];
      const begins = join(
        words.map((word) => sql`${nameKey} LIKE ${`${word}%`}`),
        ' OR ',
      );
      const contains = join(
        words.map((word) => sql`${nameKey} LIKE ${`% ${word}%`}`),
        ' OR ',
      );
      return sql`CASE WHEN ${begins} THEN 0 WHEN ${contains} THEN 1 ELSE 2 END`;
    });
    return sql`(${join(ranks, ' + ')}) * 1000 + length(${nameKey})`;
  }

  private async correctedTerm(reader: Reader, term: SearchTerm): Promise<SearchTerm> {
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

  private async isKnown(reader: Reader, term: SearchTerm): Promise<boolean> {
    const known = await reader.row(sql`
      SELECT 1 AS known FROM search_words
      WHERE (word >= ${term.typed} AND word < ${`${term.typed}\uffff`}) OR word IN (${join([term.typed, ...term.alternatives])})
      LIMIT 1`);
    return known !== undefined;
  }
}

/** The words, and the singular of each, so that one finds the other. */
function indexedWords(texts: readonly string[]): string[] {
  const words = texts.flatMap(wordsOf).map((word) => word.slice(0, MAX_LETTERS));
  return [...new Set(words.flatMap((word) => [word, singularOf(word) ?? word]))];
}

function spellings(term: SearchTerm, quote: (word: string) => string, star: string): string[] {
  return [`${quote(term.typed)}${term.prefix ? star : ''}`, ...term.alternatives.map(quote)];
}

/**
 * Words that share trigrams with the typed one, the most alike first; and because a slip in a short word may leave no
 * trigram whole (mlik, milk), words of about its length that begin with its first letter.
 */
function likelyWords(reader: Reader, typed: string): Sql {
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
