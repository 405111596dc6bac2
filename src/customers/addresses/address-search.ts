import { join, sql, type Sql } from '../../platform/database/transaction.js';
import { searchedWords, type SearchedTerm, type SearchedWord } from './address-terms.js';

/** Fewer characters match nearly every address. */
const MIN_SEARCH_LENGTH = 2;

/** A word such as "road" is in most addresses, and each address leads to all its orders. */
const MAX_ADDRESSES = 1000;

/**
 * Selects the IDs of the addresses that match a telephone number, a postal code, or words of name and street; undefined if
 * the text has none. It reads the index of terms from the longest word on, and neither addresses nor orders. Of more than a
 * thousand addresses it selects the newest: their IDs ascend.
 */
export function matchingAddresses(typed: string): Sql | undefined {
  if (typed.trim().length < MIN_SEARCH_LENGTH) return undefined;
  const meanings = searchedWords(typed).map(addressesWith);
  if (meanings.length === 0) return undefined;
  // Ordered by an expression: SQLite would otherwise read all terms in the order of their addresses.
  return sql`
    SELECT m.address_id FROM (${join(meanings, ' UNION ALL ')}) m
    ORDER BY COALESCE(m.address_id, m.address_id) DESC LIMIT ${MAX_ADDRESSES}`;
}

function addressesWith(words: readonly SearchedWord[]): Sql {
  const [first = [], ...others] = words.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const conditions = [
    sql`(${isOneOf(sql`t.term`, first)})`,
    ...others.map(
      (word) => sql`EXISTS (
        SELECT 1 FROM address_terms w WHERE w.address_id = t.address_id AND (${isOneOf(sql`w.term`, word)}))`,
    ),
  ];
  return sql`SELECT t.address_id FROM address_terms t WHERE ${join(conditions, ' AND ')}`;
}

function lengthOf([term]: SearchedWord): number {
  return term?.text.length ?? 0;
}

function isOneOf(column: Sql, word: SearchedWord): Sql {
  return join(
    word.map((term) => matches(column, term)),
    ' OR ',
  );
}

/** Terms are compared by code point on both databases. */
function matches(column: Sql, { text, isPrefix }: SearchedTerm): Sql {
  return isPrefix ? sql`${column} >= ${text} AND ${column} < ${`${text}\uffff`}` : sql`${column} = ${text}`;
}
