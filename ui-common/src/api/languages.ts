/* Generated from src/platform/config/languages.ts by `npm run generate`. */

/** Languages of all texts. English is the fallback. */
export const LANGUAGES = ['en', 'hi'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Returns the language of a BCP 47 locale; undefined if there are no texts in it. */
export function languageOf(locale: string): Language | undefined {
  try {
    const { language } = new Intl.Locale(locale);
    return LANGUAGES.find((known) => known === language);
  } catch {
    return undefined;
  }
}

/** Returns the first language among a client's locales, best first, that has texts. */
export function preferredLanguage(locales: readonly string[]): Language {
  for (const locale of locales) {
    const language = languageOf(locale);
    if (language !== undefined) return language;
  }
  return 'en';
}
