import type { Thesaurus } from '../thesaurus/thesaurus.js';
import type { Amount } from './amounts.js';
import { singularOf } from './text-normalization.js';

/** A word to find: one of the tokens, or a word that begins with what was typed. */
export interface SearchWord {
  readonly tokens: readonly string[];
  /** Undefined if only whole words are meant, as in a synonym or a corrected spelling. */
  readonly beginning?: string;
}

/** A part of a search: one of the alternatives must be found, each with all of its words. */
export type SearchPart = readonly (readonly SearchWord[])[];

/** What to find: all parts, in any order. Products that have the amounts come first. */
export interface Search {
  readonly parts: readonly SearchPart[];
  readonly amounts: readonly Amount[];
}

/** The spellings that replace a typed word, best first. */
export type Corrections = ReadonlyMap<string, readonly string[]>;

const NO_CORRECTIONS: Corrections = new Map();

/**
 * Builds the parts of a search: words that are one entry of the thesaurus together are one part, and each other word is one. A
 * part is found by its own words, and by each synonym.
 */
export function partsOf(
  tokens: readonly string[],
  thesaurus: Thesaurus,
  corrections: Corrections = NO_CORRECTIONS,
): SearchPart[] {
  const words = tokens.map((token) => corrections.get(token)?.[0] ?? token);
  const parts: SearchPart[] = [];
  for (let start = 0; start < words.length;) {
    const { length, synonyms } = thesaurus.longestEntry(words, start);
    const typed = tokens.slice(start, start + length);
    const others = length > 1 ? [] : (corrections.get(typed[0] ?? '') ?? []).slice(1);
    parts.push([
      typed.map((token) => wordOf(token, corrections)),
      ...[...synonyms, ...others.flatMap((other) => [[other], ...thesaurus.synonymsOf(other)])].map(
        wholeWords,
      ),
    ]);
    start += length;
  }
  return parts;
}

/** Returns one part that any of the parts fulfils. */
export function anyPartOf(parts: readonly SearchPart[]): readonly SearchPart[] {
  return [parts.flat()];
}

function wordOf(token: string, corrections: Corrections): SearchWord {
  const [corrected] = corrections.get(token) ?? [];
  return corrected === undefined
    ? { tokens: formsOf(token), beginning: token }
    : { tokens: formsOf(corrected) };
}

function wholeWords(tokens: readonly string[]): SearchWord[] {
  return tokens.map((token) => ({ tokens: [token] }));
}

/** The index has the singular beside each plural, so that either finds the other. */
function formsOf(token: string): string[] {
  const singular = singularOf(token);
  return singular === undefined ? [token] : [token, singular];
}
