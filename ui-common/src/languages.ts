import { preferredLanguage, type Language } from './api/languages.ts';
import { isInBrowser } from './browser/window-events.ts';

/** Name of each language in that language. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी' };

/** Returns the first of the browser's languages that the UI supports. */
export function browserLanguage(): Language {
  return preferredLanguage(isInBrowser ? navigator.languages : []);
}
