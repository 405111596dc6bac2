/** Languages of the shop, as in shop-ui. */
const LANGUAGES = ['en', 'hi'] as const;
export type ShopLanguage = (typeof LANGUAGES)[number];

/**
 * Returns the first language of the browser that the shop has. The shop finds the same one in `navigator.languages`, which
 * browsers send in the same order. Clients without a preference, such as search engines, get the store's language.
 *
 * @param accepted `Accept-Language`
 * @param locale the store's
 */
export function shopLanguage(accepted: string | undefined, locale: string): ShopLanguage {
  const tags = (accepted ?? locale).split(',').map((part) => part.trim().toLowerCase().split(/[-;]/, 1)[0]);
  return tags.find((tag): tag is ShopLanguage => LANGUAGES.some((language) => language === tag)) ?? 'en';
}
