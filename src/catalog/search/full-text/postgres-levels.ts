import { sql, type Sql } from '../../../platform/database/transaction.js';
import { anyPartOf, type Search, type SearchWord } from '../search-parts.js';
import { TSQUERY } from './query-syntax.js';
import type { SearchLevels } from './search-levels.js';

/** Returns the conditions of PostgreSQL for a search, on the search index `m`. */
export function postgresLevels({ parts, amounts }: Search): SearchLevels<Sql> {
  const inName = (query: string): Sql => sql`m.name_document @@ ${query}::tsquery`;
  const inLabels = sql`m.label_document @@ ${TSQUERY.all(anyPartOf(parts), wholeOrBeginning)}::tsquery`;
  const whole = TSQUERY.all(parts, (word) => TSQUERY.whole(word));
  const beginnings = TSQUERY.all(parts, wholeOrBeginning);
  return {
    withAmounts: amounts.length === 0 ? undefined : inName(TSQUERY.every([whole, TSQUERY.amounts(amounts)])),
    wholeWordsOfName: inName(whole),
    beginningsInName: inName(beginnings),
    everywhere: parts.length === 1 ? inLabels : sql`${inLabels} AND m.document @@ ${beginnings}::tsquery`,
    mentions: sql`m.document @@ ${TSQUERY.all(anyPartOf(parts), wholeOrBeginning)}::tsquery`,
  };
}

function wholeOrBeginning(word: SearchWord): string {
  return TSQUERY.wholeOrBeginning(word);
}
