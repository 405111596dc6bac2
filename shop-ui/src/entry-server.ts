import { createPinia, disposePinia } from 'pinia';
import { setFirstAnswers, type FirstAnswers } from 'ui-common/api/initial-data';
import type { Language } from 'ui-common/languages';
import { assembled } from 'ui-common/open-app';
import { usePreferences } from 'ui-common/session/preferences';
import { createSSRApp } from 'vue';
import { createMemoryHistory } from 'vue-router';
import { renderToString } from 'vue/server-renderer';
import { shop } from './create-shop-app';

/** A page that people come to first. */
export interface PageToDraw {
  /** A path of the shop with its query. */
  readonly address: string;
  readonly language: Language;
  /** What the page shows: answers of the API by their address. */
  readonly answers: FirstAnswers;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws a page as a guest sees it who has nothing in the cart, for the server to write into the document. One after the other:
 * a page's answers and its language are the whole module's while it is drawn.
 *
 * @returns the markup within the document's `#app`
 */
export function drawPage(page: PageToDraw): Promise<string> {
  const drawn = last.then(() => draw(page));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw({ address, language, answers }: PageToDraw): Promise<string> {
  setFirstAnswers(answers);
  const frontEnd = shop(createMemoryHistory());
  const pinia = createPinia();
  const app = assembled(createSSRApp(frontEnd.root), frontEnd, pinia).use(frontEnd.router);
  app.config.throwUnhandledErrorInProduction = true;
  try {
    usePreferences(pinia).language = language;
    await Promise.all([frontEnd.speak(language), frontEnd.router.push(address)]);
    return forAnyLight(await renderToString(app));
  } finally {
    disposePinia(pinia);
  }
}

/**
 * Without what Vuetify's outermost element says of the theme, for whether it is day or night where the page is read is known there;
 * and without its empty style, which the Content-Security-Policy would still refuse.
 */
function forAnyLight(markup: string): string {
  return markup.replace('v-theme--light ', '').replaceAll(' style=""', '');
}
