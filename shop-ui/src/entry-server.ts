import { createPinia, disposePinia } from 'pinia';
import { setInitialData, type InitialData } from 'ui-common/api/initial-data';
import type { Language } from 'ui-common/api/languages';
import { assembleApp } from 'ui-common/open-app';
import { usePreferences } from 'ui-common/session/preferences';
import { createSSRApp } from 'vue';
import { createMemoryHistory } from 'vue-router';
import { renderToString } from 'vue/server-renderer';
import { createShopApp } from './create-shop-app';

/** A first page to render. */
export interface PageToRender {
  /** Path and query of the page. */
  readonly url: string;
  readonly language: Language;
  /** API responses that the page shows, by URL. */
  readonly responses: InitialData;
}

let lastRender: Promise<unknown> = Promise.resolve();

/**
 * Renders a page for a guest with an empty cart. Renders one page at a time, because initial data and language are module
 * state.
 *
 * @returns the markup inside `#app`
 */
export function renderPage(page: PageToRender): Promise<string> {
  const rendering = lastRender.then(() => render(page));
  lastRender = rendering.catch(() => undefined);
  return rendering;
}

async function render({ url, language, responses }: PageToRender): Promise<string> {
  setInitialData(responses);
  const frontEnd = createShopApp(createMemoryHistory());
  const pinia = createPinia();
  const app = assembleApp(createSSRApp(frontEnd.root), frontEnd, pinia).use(frontEnd.router);
  app.config.throwUnhandledErrorInProduction = true;
  try {
    usePreferences(pinia).language = language;
    await Promise.all([frontEnd.setLanguage(language), frontEnd.router.push(url)]);
    return withoutTheme(await renderToString(app));
  } finally {
    disposePinia(pinia);
  }
}

/**
 * Removes Vuetify's theme class, because only the browser knows the theme of the device. Also removes empty style attributes,
 * which the Content-Security-Policy refuses.
 */
function withoutTheme(markup: string): string {
  return markup.replace('v-theme--light ', '').replaceAll(' style=""', '');
}
