/**
 * The words of a text as search and name comparison see them: lower case, Latin letters without their accents, and
 * nothing but letters, digits and the vowel signs of scripts such as Devanagari.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC');
  return plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** A name for comparison and sorting: its words with one space between them. */
export function nameKeyOf(name: string): string {
  return wordsOf(name).join(' ');
}

/** A name for addresses: `dals-pulses`. */
export function slugOf(name: string): string {
  return wordsOf(name).join('-');
}

/**
 * The number of letters that were left out, put in, changed, or swapped with their neighbour, to make one word of the
 * other (optimal string alignment distance), or `limit + 1` where it is more than `limit`.
 */
export function spellingDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** How many letters of a word may be wrong: none of a short one, two of a long one. */
export function forgivenLetters(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Words with -ies whose singular has -ie and not -y. */
const OF_IE = /^(?:brown|calor|cook|smooth|vegg)ies$/;

/** The word without the ending of an English plural, where it has one. */
export function singularOf(word: string): string | undefined {
  if (word.length > 4 && word.endsWith('ies') && !OF_IE.test(word)) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:[sxo]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && /[^s]s$/.test(word)) return word.slice(0, -1);
  return undefined;
}
