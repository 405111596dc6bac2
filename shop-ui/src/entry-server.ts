import { preferredLanguage } from 'ui-common/api/languages';
import { createShopI18n } from './i18n';
import { SERVER_TEXTS } from './locales/server-texts';
import { matchPage, PRIVATE_PATHS, type MatchedPage } from './server/match-page';
import type { MovedPage, RenderedPage, RenderOptions } from './server/render-page';

/** Paths that robots should not fetch. */
export const privatePaths = PRIVATE_PATHS;

/** Returns the page at a URL. */
export function match(url: string): Pick<MatchedPage, 'name' | 'isPrivate' | 'isIndexable' | 'cacheKey'> {
  return matchPage(url);
}

/**
 * Renders the page at a URL: the markup of pages that search engines may index, and the head of all others.
 *
 * @returns its new address if its section or product was renamed; undefined if there is none: the page of unknown URLs is
 *   sent instead
 */
export async function render({
  url,
  ...options
}: RenderOptions & { readonly url: string }): Promise<RenderedPage | MovedPage | undefined> {
  // Most processes render no page. So the components of the shop are loaded for the first one.
  const { renderPage } = await import('./server/render-page');
  return renderPage(matchPage(url), options);
}

/** Describes the store in its language. @param locale the store's */
export function describeStore(name: string, locale: string): string {
  const { t } = createShopI18n(SERVER_TEXTS).global;
  return t('head.store', { store: name }, { locale: preferredLanguage([locale]) });
}
