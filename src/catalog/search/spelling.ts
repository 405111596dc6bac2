import { join, raw, sql, type ReadConnection } from '../../platform/database/transaction.js';
import type { Thesaurus } from '../thesaurus/thesaurus.js';
import type { Corrections } from './search-parts.js';
import { maxTypos, singularOf, spellingDistance } from './text-normalization.js';

/** Spellings that replace one misspelt word at most. */
const MAX_CORRECTIONS = 6;
/** Words of the vocabulary that are compared with a misspelt one at most. */
const MAX_CANDIDATES = 5000;
/** Shorter words are too often the beginning of something else. */
const MIN_COMPLETED_LENGTH = 5;
/** Words of four letters differ from others by one letter too often. */
const MAX_SHORT_LENGTH = 4;

const NONE: ReadonlySet<string> = new Set();

/**
 * Returns the corrections of words that nothing in the store begins with: words of the thesaurus that sound the same or begin
 * with them, otherwise the words of products and of the thesaurus with the fewest typos.
 */
export async function correctionsOf(
  connection: ReadConnection,
  tokens: readonly string[],
  thesaurus: Thesaurus,
): Promise<Corrections> {
  const doubtful = tokens.filter((token) => maxTypos(token) > 0 && !thesaurus.knows(token));
  const known = doubtful.length === 0 ? NONE : await knownWords(connection, doubtful);
  const entries = await Promise.all(
    doubtful
      .filter((token) => !known.has(token))
      .map(async (token) => [token, await correctionsOfWord(connection, token, thesaurus)] as const),
  );
  return new Map(entries.filter(([, corrections]) => corrections.length > 0));
}

async function correctionsOfWord(
  connection: ReadConnection,
  typed: string,
  thesaurus: Thesaurus,
): Promise<readonly string[]> {
  const alike = [...new Set([...thesaurus.soundingLike(typed), ...completions(typed, thesaurus)])];
  if (alike.length > 0) return alike.slice(0, MAX_CORRECTIONS);
  return nearest(typed, [...(await candidates(connection, typed)), ...thesaurus.tokensLike(typed)]);
}

function completions(typed: string, thesaurus: Thesaurus): string[] {
  return typed.length < MIN_COMPLETED_LENGTH ? [] : thesaurus.completionsOf(typed);
}

/** Returns the words that are in any text, or the beginning of one: they are no typos, even if they find nothing. */
async function knownWords(
  connection: ReadConnection,
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  const lookups = words.map(
    (word, i) => sql`
      SELECT ${raw(String(i))} AS place WHERE EXISTS (SELECT 1 FROM search_words
        WHERE (word >= ${word} AND word < ${`${word}\uffff`}) OR word IN (${join([word, singularOf(word) ?? word])}))`,
  );
  const rows = await connection.rows<{ place: number }>(join(lookups, ' UNION ALL '));
  return new Set(rows.map(({ place }) => words[place] ?? ''));
}

/** Returns words of about the same length with the same first letter, in which typos are rare. */
async function candidates(connection: ReadConnection, typed: string): Promise<string[]> {
  const limit = maxTypos(typed);
  const first = typed.slice(0, 1);
  const rows = await connection.rows<{ word: string }>(sql`
    SELECT word FROM search_spellings WHERE word >= ${first} AND word < ${`${first}\uffff`}
      AND length(word) BETWEEN ${typed.length - limit} AND ${typed.length + limit}
    ORDER BY word LIMIT ${MAX_CANDIDATES}`);
  return rows.map(({ word }) => word);
}

/** Returns the words with the fewest typos. */
function nearest(typed: string, words: readonly string[]): string[] {
  const limit = maxTypos(typed);
  const likely = [...new Set(words)]
    .map((word) => ({ word, distance: spellingDistance(typed, word, limit) }))
    .filter(({ word, distance }) => distance <= limit && isLikely(typed, word));
  const fewest = Math.min(...likely.map(({ distance }) => distance));
  return likely
    .filter(({ distance }) => distance === fewest)
    .map(({ word }) => word)
    .sort()
    .slice(0, MAX_CORRECTIONS);
}

/**
 * In a short word, another letter makes another word: beer is no beet, and a chair no chai. Letters that are swapped, doubled or not
 * doubled are typos.
 */
function isLikely(typed: string, word: string): boolean {
  const isShort = Math.min(typed.length, word.length) <= MAX_SHORT_LENGTH;
  return !isShort || lettersOf(typed) === lettersOf(word);
}

function lettersOf(word: string): string {
  return [...new Set(word)].sort().join('');
}
