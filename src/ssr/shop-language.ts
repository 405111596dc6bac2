/** What the shop speaks, as shop-ui does. */
const LANGUAGES = ['en', 'hi'] as const;
export type ShopLanguage = (typeof LANGUAGES)[number];

/**
 * The first of a browser's languages that the shop speaks: what the shop finds by itself in `navigator.languages`, which browsers
 * send in the same order. Who says nothing, such as those who search the web, is spoken to in the store's own.
 *
 * @param accepted `Accept-Language`
 * @param locale the store's
 */
export function shopLanguage(accepted: string | undefined, locale: string): ShopLanguage {
  const tags = (accepted ?? locale).split(',').map((part) => part.trim().toLowerCase().split(/[-;]/, 1)[0]);
  return tags.find((tag): tag is ShopLanguage => LANGUAGES.some((language) => language === tag)) ?? 'en';
}
