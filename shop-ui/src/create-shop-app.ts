import type { FrontEnd } from 'ui-common/open-app';
import { createSSRApp } from 'vue';
import type { RouterHistory } from 'vue-router';
import App from './App.vue';
import { i18n, speak } from './i18n';
import { shopRouter } from './router';
import { shopVuetify } from './theme/vuetify';

/** Milliseconds for which an answer is shown again unasked. */
const STALE_TIME = 15_000;

/** The shop, for a browser or for the server that draws its first page. */
export function shop(history: RouterHistory): FrontEnd {
  const router = shopRouter(history);
  const vuetify = shopVuetify();
  return { root: App, router, i18n, vuetify, speak, staleTime: STALE_TIME, createDrawn: createSSRApp };
}
