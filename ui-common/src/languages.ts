import { isInBrowser } from './browser/window-events.ts';

export const LANGUAGES = ['en', 'hi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The languages in their own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी' };

/** The first of the browser's languages that the screens speak. */
export function preferredLanguage(): Language {
  const spoken = (isInBrowser ? navigator.languages : []).map((tag) => tag.split('-')[0]);
  return spoken.find((tag): tag is Language => LANGUAGES.some((language) => language === tag)) ?? 'en';
}
