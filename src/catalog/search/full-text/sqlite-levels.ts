import { anyPartOf, type Search, type SearchWord } from '../search-parts.js';
import { FTS5 } from './query-syntax.js';
import type { SearchLevels } from './search-levels.js';

/** Returns the queries of FTS5 for a search. */
export function sqliteLevels({ parts, amounts }: Search): SearchLevels<string> {
  const inName = (query: string): string => `name_words : (${query})`;
  const inLabels = `{name_words label_words} : (${FTS5.all(anyPartOf(parts), wholeOrBeginning)})`;
  const whole = FTS5.all(parts, (word) => FTS5.whole(word));
  const beginnings = FTS5.all(parts, wholeOrBeginning);
  return {
    withAmounts: amounts.length === 0 ? undefined : inName(FTS5.every([whole, FTS5.amounts(amounts)])),
    wholeWordsOfName: inName(whole),
    beginningsInName: inName(beginnings),
    everywhere: parts.length === 1 ? inLabels : FTS5.every([beginnings, inLabels]),
    mentions: FTS5.all(anyPartOf(parts), wholeOrBeginning),
  };
}

function wholeOrBeginning(word: SearchWord): string {
  return FTS5.wholeOrBeginning(word);
}
