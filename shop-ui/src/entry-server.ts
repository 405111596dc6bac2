import { createPinia, disposePinia } from 'pinia';
import { setFirstAnswers, type FirstAnswers } from 'ui-common/api/initial-data';
import type { Language } from 'ui-common/languages';
import { assembled } from 'ui-common/open-app';
import { usePreferences } from 'ui-common/session/preferences';
import { createSSRApp } from 'vue';
import { createMemoryHistory } from 'vue-router';
import { renderToString } from 'vue/server-renderer';
import { shop } from './create-shop-app';

/** A first page to render. */
export interface PageToDraw {
  /** Path and query of the page. */
  readonly address: string;
  readonly language: Language;
  /** API responses that the page shows, by URL. */
  readonly answers: FirstAnswers;
}

let lastRender: Promise<unknown> = Promise.resolve();

/**
 * Renders a page for a guest with an empty cart. Renders one page at a time, because initial data and language are module
 * state.
 *
 * @returns the markup inside `#app`
 */
export function drawPage(page: PageToDraw): Promise<string> {
  const rendering = lastRender.then(() => render(page));
  lastRender = rendering.catch(() => undefined);
  return rendering;
}

async function render({ address, language, answers }: PageToDraw): Promise<string> {
  setFirstAnswers(answers);
  const frontEnd = shop(createMemoryHistory());
  const pinia = createPinia();
  const app = assembled(createSSRApp(frontEnd.root), frontEnd, pinia).use(frontEnd.router);
  app.config.throwUnhandledErrorInProduction = true;
  try {
    usePreferences(pinia).language = language;
    await Promise.all([frontEnd.speak(language), frontEnd.router.push(address)]);
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
