import { isInBrowser } from './browser/window-events.ts';

export const LANGUAGES = ['en', 'hi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Name of each language in that language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी' };

/** Returns the first of the browser's languages that the UI supports. */
export function preferredLanguage(): Language {
  const preferred = (isInBrowser ? navigator.languages : []).map((tag) => tag.split('-')[0]);
  return preferred.find((tag): tag is Language => LANGUAGES.some((language) => language === tag)) ?? 'en';
}
