/** A search as queries of a database, from its best matches to all. Each finds what the one before it finds, and more. */
export interface SearchLevels<Query> {
  /** Whole words of the name, and the amounts; undefined if the search has none. */
  readonly withAmounts: Query | undefined;
  readonly wholeWordsOfName: Query;
  readonly beginningsInName: Query;
  /** All words somewhere, and one of them in the name, the brand or the section: what only a description mentions is something else. */
  readonly everywhere: Query;
  /** Any of the words, in any text. */
  readonly mentions: Query;
}
