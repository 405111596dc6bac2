import { preferredLanguage, type Language } from '../platform/config/languages.js';

/** Browsers send far fewer languages. Without a limit, a crafted list would cost much time. */
const MAX_TAGS = 20;

/**
 * Returns the first language of the browser that the shop has. The shop finds the same one in `navigator.languages`, which
 * browsers send in the same order. Clients without a preference, such as search engines, get the store's language.
 *
 * @param accepted `Accept-Language`
 * @param locale the store's
 */
export function shopLanguage(accepted: string | undefined, locale: string): Language {
  const tags = (accepted ?? locale).split(',', MAX_TAGS).map((part) => part.split(';', 1)[0]?.trim() ?? '');
  return preferredLanguage(tags);
}
