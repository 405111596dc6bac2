import { isVisible } from '../../platform/common/text.js';

/**
 * Splits a text into tokens for search and name comparison. Tokens are lower-case and consist of letters, digits and
 * the vowel signs of scripts such as Devanagari. Latin letters lose their accents.
 */
export function tokenize(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC');
  return plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** What some writers leave out: the dot below a letter of Hindi, joiners, and the ending of a genitive. */
const OMITTED_SIGNS = /[\u093c\u200c\u200d]|['\u2019]s(?!\p{L})/giu;

const MAX_TOKEN_LENGTH = 40;

/**
 * Splits a text into tokens of the search index, as {@link tokenize} does. Spellings of one Hindi word give the same token:
 * with and without the dot below, and with either sign of a nasal vowel. `Lady's` is `lady`.
 */
export function searchTokens(text: string): string[] {
  const tokens = tokenize(text.normalize('NFKD').replace(OMITTED_SIGNS, '').replaceAll('\u0901', '\u0902'));
  return tokens.map((token) => token.slice(0, MAX_TOKEN_LENGTH));
}

/** Returns the words of a name for search: its tokens joined by spaces. Empty for a name without a letter or digit. */
export function wordsOf(name: string): string {
  return tokenize(name).join(' ');
}

/** Returns true if a name has a letter or digit that can be seen. */
export function hasLetters(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(name) && isVisible(name);
}

/** Sorts before all letters and digits, and before the space, so that `milk` comes before `milk shake`. */
const KEY_SEPARATOR = '\u001f';

/**
 * Returns a name for comparison and sorting. Two names have the same key if a person reads the same: only case, width and
 * spaces make no difference. Names sort by their words; what a person reads follows where it differs, as in
 * `milk 2␟milk 2%`.
 */
export function nameKeyOf(name: string): string {
  const words = wordsOf(name);
  const asRead = name.normalize('NFKC').toLowerCase().normalize('NFC').replace(/\s+/gu, ' ').trim();
  return asRead === words ? words : `${words}${KEY_SEPARATOR}${asRead}`;
}

/** Long enough for a person, and short enough for every address: a letter may take nine characters in a URL. */
const MAX_SLUG_LENGTH = 90;

/** Returns the slug of a name, such as `dals-pulses`. */
export function slugOf(name: string): string {
  return [...tokenize(name).join('-')].slice(0, MAX_SLUG_LENGTH).join('').replace(/-$/, '');
}

/**
 * Returns the optimal string alignment distance: the number of letters to delete, insert, change or swap with their
 * neighbor to turn one word into the other. Returns `limit + 1` if it exceeds `limit`.
 */
export function spellingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + substitution);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** Returns the number of wrong letters to tolerate: none in a short word, two in a long one. */
export function maxTypos(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Words ending in -ies whose singular ends in -ie, not -y. */
const SINGULAR_IN_IE = /^(?:brown|calor|cook|smooth|vegg)ies$/;
/** Words ending in -ies whose singular ends in -i. */
const SINGULAR_IN_I = /^chill?ies$/;
/** Words ending in -ves whose singular ends in -f: loaves, leaves, halves, shelves. */
const SINGULAR_IN_F = /(?:ea|oa|al|el)ves$/;

/** Returns the word without its English plural ending; undefined if it has none. */
export function singularOf(word: string): string | undefined {
  if (SINGULAR_IN_I.test(word)) return word.slice(0, -2);
  if (SINGULAR_IN_F.test(word)) return `${word.slice(0, -3)}f`;
  if (word.length > 4 && word.endsWith('ies') && !SINGULAR_IN_IE.test(word)) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:[sxo]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^s]s$/.test(word)) return word.slice(0, -1);
  return undefined;
}
