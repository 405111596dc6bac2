export interface FoundTexts {
  /** Each language's messages by their whole key. */
  readonly languages: Readonly<Record<string, ReadonlyMap<string, string>>>;
  readonly sources: readonly { readonly file: string; readonly text: string }[];
}

/** What is wrong with texts and what asks for them, as sentences. */
export function faultsOfLocales(found: FoundTexts): string[];
