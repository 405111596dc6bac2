export interface FoundTexts {
  /** Each language's messages by their full key. */
  readonly languages: Readonly<Record<string, ReadonlyMap<string, string>>>;
  readonly sources: readonly { readonly file: string; readonly text: string }[];
}

/** Returns the errors in texts and their uses as sentences. */
export function localeErrors(input: FoundTexts): string[];
