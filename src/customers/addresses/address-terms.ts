import { createHash } from 'node:crypto';
import { tokenize } from '../../catalog/search/text-normalization.js';
import { normalizedText, withLatinDigits } from '../../platform/common/text.js';
import { digitsOf, nationalNumber, possibleNationalNumbers } from './phone-number.js';

/** An address as it is written on an order. */
export interface WrittenAddress {
  readonly name: string;
  readonly phone: string;
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly postalCode: string;
  /** GST code of the state in a store under the Indian GST, any text elsewhere. */
  readonly state?: string;
}

/** Terms of an address that match one typed word: those that begin with `text`, or only `text` itself. */
export interface SearchedTerm {
  readonly text: string;
  readonly isPrefix: boolean;
}

/** A typed word: an address matches if it has one of the terms. */
export type SearchedWord = readonly SearchedTerm[];

const MAX_TERM_LENGTH = 40;
const MAX_WORDS = 8;
/** Marks a telephone number that is written backwards, so that its last digits are a beginning. */
const BACKWARDS = '~';
/** Fewer digits end too many numbers. */
const MIN_ENDING_DIGITS = 4;
/** One or two Latin letters or digits begin too many words: they must be the whole word. */
const SHORT_WORD = /^[\p{Script=Latin}\d]{1,2}$/u;
/** A telephone number, a postal code or a house number. */
const NUMBER = /^\+?\s*\d[\d\s()./-]*$/u;

/** Returns true if more than a name and a state is known of an address. */
export function hasPlace({ phone, line1, line2, city, postalCode }: Partial<WrittenAddress>): boolean {
  return [phone, line1, line2, city, postalCode].some((part) => part !== undefined && part !== '');
}

/** Returns the key by which a customer's addresses are one: it ignores case, the width of letters, spaces, and how digits are written. */
export function addressKey({
  name,
  phone,
  line1,
  line2 = '',
  city,
  postalCode,
  state,
}: WrittenAddress): string {
  // An address without a state has the key that it had before there were states.
  const parts = [name, line1, line2, city, postalCode, ...(state === undefined ? [] : [state])];
  const texts = parts.map((text) =>
    withLatinDigits(normalizedText(text).normalize('NFKC').toLowerCase()).replace(/\s+/gu, ' '),
  );
  return createHash('sha256')
    .update(JSON.stringify([nationalNumber(phone), ...texts]))
    .digest('hex');
}

/** Returns the terms by which an address is found: its words, its postal code without spaces, and its telephone number both ways. */
export function addressTerms({ name, phone, line1, line2 = '', city, postalCode }: WrittenAddress): string[] {
  const words = [name, line1, line2, city, postalCode].flatMap(wordsOf);
  const number = nationalNumber(phone);
  const terms = [...words, wordsOf(postalCode).join(''), number, backwards(number)];
  return [...new Set(terms.map((term) => term.slice(0, MAX_TERM_LENGTH)))].filter(
    (term) => term !== '' && term !== BACKWARDS,
  );
}

/**
 * Returns the words of a search, in every way in which they can be meant: an address matches if it has all words of one of
 * them. Digits may be a telephone number with spaces, its beginning or its end, a postal code, or a house number.
 */
export function searchedWords(typed: string): SearchedWord[][] {
  const text = withLatinDigits(typed.normalize('NFKC')).trim();
  const words = wordsOf(text).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const meanings = [words.map(searchedWord)];
  if (NUMBER.test(text)) meanings.push([[...searchedWord(digitsOf(text)), ...searchedPhone(text)]]);
  return meanings;
}

function searchedWord(word: string): SearchedWord {
  const isPrefix = !SHORT_WORD.test(word);
  return [
    { text: word.slice(0, MAX_TERM_LENGTH), isPrefix },
    ...(/^\d+$/.test(word) ? searchedPhone(word) : []),
  ];
}

function searchedPhone(phone: string): SearchedTerm[] {
  return possibleNationalNumbers(phone)
    .filter((number) => number.length >= MIN_ENDING_DIGITS)
    .flatMap((number) => [number, backwards(number)])
    .map((text) => ({ text, isPrefix: true }));
}

function backwards(number: string): string {
  return `${BACKWARDS}${[...number].reverse().join('')}`;
}

function wordsOf(text: string): string[] {
  return tokenize(withLatinDigits(text));
}
