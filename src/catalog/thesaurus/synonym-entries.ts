import { searchTokens } from '../search/text-normalization.js';

/** Returns entries as they are stored for searches: the search tokens of each, followed by a comma. */
export function searchKeyOf(words: readonly string[]): string {
  return `${words.map((word) => searchTokens(word).join(' ')).join(', ')},`;
}

/** Returns the entries of a search key, each as tokens with spaces. */
export function entriesIn(searchKey: string): string[] {
  return searchKey.slice(0, -1).split(', ');
}
