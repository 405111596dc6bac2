const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/** Signs that join a consonant to the next one, at the end of a grapheme. Not all of them hold graphemes together. */
const JOINING = /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2]\u200d?$/;
/** Scripts that are written without spaces between words. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Closing marks that must not start a line, and opening ones that must not end it. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}\p{Mn}\p{Mc}\u30fc々]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** Splits a text into the parts that are never separated: graphemes, and consonants that are joined to each other. */
export function lettersOf(text: string): string[] {
  const letters: string[] = [];
  for (const { segment } of GRAPHEMES.segment(text)) {
    const last = letters.at(-1);
    if (last !== undefined && JOINING.test(last) && /^\p{Letter}/u.test(segment)) {
      letters[letters.length - 1] = last + segment;
    } else {
      letters.push(segment);
    }
  }
  return letters;
}

/** Splits what is between two spaces where a line may end. In most scripts that is nowhere. */
export function lineParts(word: string): string[] {
  if (!WITHOUT_SPACES.test(word)) return [word];
  const parts: string[] = [];
  for (const { segment } of WORDS.segment(word)) {
    const last = parts.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last)))
      parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}
