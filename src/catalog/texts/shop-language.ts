import { LANGUAGES, type Language } from '../../platform/config/languages.js';
import { catalogErrors } from '../catalog.errors.js';

/** Returns the language of a route. @throws catalog.language-not-found */
export function shopLanguage(locale: string): Language {
  const language = LANGUAGES.find((known) => known === locale);
  if (language === undefined) throw catalogErrors['language-not-found']();
  return language;
}
