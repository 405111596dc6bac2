import { singularOf } from '../search/text-normalization.js';

/** Synonyms that one word adds to a search at most: each of them is looked up. */
const MAX_SYNONYMS = 24;
/** Words that one beginning is completed to at most. */
const MAX_COMPLETIONS = 6;

/** An entry that a search has, as the number of its words. Without synonyms, it is a word that the thesaurus does not know. */
export interface FoundEntry {
  readonly length: number;
  /** Each is a list of tokens. */
  readonly synonyms: readonly (readonly string[])[];
}

/**
 * Synonyms in all languages, prepared for searches. A group's entries stand for one another; entries of different groups do not,
 * even if they share one: that way, a word with two meanings does not join them.
 */
export class Thesaurus {
  /** Synonyms by the key of an entry. */
  private readonly synonyms = new Map<string, (readonly string[])[]>();
  /** All tokens of entries by their first letter. */
  private readonly byFirstLetter = new Map<string, Set<string>>();
  /** Tokens by their sound. */
  private readonly bySound = new Map<string, Set<string>>();
  private longest = 1;

  /**
   * @param groups entries as search tokens
   * @param isIndexed returns whether a product has a token: other synonyms find nothing
   */
  constructor(
    groups: readonly (readonly string[])[],
    private readonly isIndexed: (token: string) => boolean,
  ) {
    for (const group of groups) this.add(group.map(entryTokens).filter(({ length }) => length > 0));
  }

  /** Returns the longest entry that the words have at a position: three words before two, and two before one. */
  longestEntry(words: readonly string[], start: number): FoundEntry {
    for (let length = Math.min(this.longest, words.length - start); length > 1; length--) {
      const synonyms = this.synonyms.get(keyOf(words.slice(start, start + length).map(inSingular)));
      if (synonyms !== undefined) return { length, synonyms };
    }
    return { length: 1, synonyms: this.synonymsOf(words[start] ?? '') };
  }

  /** Returns the synonyms of a word, each as a list of tokens. */
  synonymsOf(word: string): readonly (readonly string[])[] {
    return this.synonyms.get(inSingular(word)) ?? [];
  }

  /** Returns true if an entry has the word. */
  knows(word: string): boolean {
    return this.tokensLike(word).has(inSingular(word));
  }

  /** Returns tokens of entries that have the same first letter. */
  tokensLike(word: string): ReadonlySet<string> {
    return this.byFirstLetter.get(word.slice(0, 1)) ?? NONE;
  }

  /** Returns tokens that begin with a word, in alphabetical order. */
  completionsOf(word: string): string[] {
    return [...this.tokensLike(word)]
      .filter((token) => token.startsWith(word))
      .sort()
      .slice(0, MAX_COMPLETIONS);
  }

  /** Returns tokens that sound like a word: Hindi in Latin letters has no fixed spelling. */
  soundingLike(word: string): string[] {
    return [...(this.bySound.get(soundOf(word)) ?? [])];
  }

  private add(group: readonly (readonly string[])[]): void {
    const keys = group.map(keyOf);
    for (const [i, key] of keys.entries()) {
      const known = this.synonyms.get(key) ?? [];
      const knownKeys = new Set([key, ...known.map(keyOf)]);
      const others = group.filter((tokens, j) => {
        const other = keys[j] ?? '';
        return !knownKeys.has(other) && keys.indexOf(other) === j && tokens.every(this.isIndexed);
      });
      this.synonyms.set(key, [...known, ...others].slice(0, MAX_SYNONYMS));
      for (const token of group[i] ?? []) {
        addTo(this.byFirstLetter, token.slice(0, 1), token);
        addTo(this.bySound, soundOf(token), token);
      }
      this.longest = Math.max(this.longest, group[i]?.length ?? 0);
    }
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Returns the tokens of an entry in the singular, which the index has of every plural. */
export function entryTokens(entry: string): string[] {
  return entry.split(' ').filter(Boolean).map(inSingular);
}

function inSingular(token: string): string {
  return singularOf(token) ?? token;
}

function keyOf(tokens: readonly string[]): string {
  return tokens.join(' ');
}

function addTo(map: Map<string, Set<string>>, key: string, token: string): void {
  const tokens = map.get(key) ?? new Set();
  map.set(key, tokens.add(token));
}

/** Spellings of one sound in Hindi words: pyaaz and pyaj, chaawal and chawal, phool and ful. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/aa/g, 'a'],
  [/ee|ii|iy|ey|ie/g, 'i'],
  [/oo|uu|ou/g, 'u'],
  [/z|jh/g, 'j'],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/q|ck/g, 'k'],
  [/y(?=[aeou])/g, 'i'],
  [/(?<=[td])h/g, ''],
  [/(\p{L})\1/gu, '$1'],
  [/(?<=[a-z]{2})h$/g, ''],
];

/** Returns the sound of a word in Latin letters. Words of one sound may still be different words. */
export function soundOf(word: string): string {
  return SOUNDS.reduce((sound, [spelling, letter]) => sound.replace(spelling, letter), word);
}
