import type { Amount } from '../amounts.js';
import type { SearchPart, SearchWord } from '../search-parts.js';

interface Operators {
  readonly and: string;
  readonly or: string;
  /** Tokens have no quotation marks. */
  readonly quote: string;
  readonly beginning: string;
}

/** Writes searches in the query language of a database. Both have the same elements. */
class QuerySyntax {
  constructor(private readonly operators: Operators) {}

  /** Returns the query for texts that have all parts. */
  all(parts: readonly SearchPart[], queryOf: (word: SearchWord) => string): string {
    return this.every(parts.map((part) => this.any(part.map((words) => this.every(words.map(queryOf))))));
  }

  whole({ tokens }: SearchWord): string {
    return this.any(tokens.map((token) => this.token(token)));
  }

  wholeOrBeginning(word: SearchWord): string {
    const { beginning, tokens } = word;
    if (beginning === undefined) return this.whole(word);
    const others = tokens.filter((token) => !token.startsWith(beginning)).map((token) => this.token(token));
    return this.any([`${this.token(beginning)}${this.operators.beginning}`, ...others]);
  }

  /** Returns the query for texts that have all amounts. */
  amounts(amounts: readonly Amount[]): string {
    return this.every(
      amounts.map((amount) =>
        this.any(amount.map((tokens) => this.every(tokens.map((token) => this.token(token))))),
      ),
    );
  }

  every(queries: readonly string[]): string {
    return this.joined(queries, this.operators.and);
  }

  private any(queries: readonly string[]): string {
    return this.joined(queries, this.operators.or);
  }

  private joined(queries: readonly string[], operator: string): string {
    return queries.length === 1 ? (queries[0] ?? '') : `(${queries.join(operator)})`;
  }

  private token(token: string): string {
    return `${this.operators.quote}${token}${this.operators.quote}`;
  }
}

export const FTS5 = new QuerySyntax({ and: ' AND ', or: ' OR ', quote: '"', beginning: ' *' });
export const TSQUERY = new QuerySyntax({ and: ' & ', or: ' | ', quote: "'", beginning: ':*' });
