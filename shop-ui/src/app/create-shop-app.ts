import { SECOND_MS } from 'ui-common/dates/durations';
import type { FrontEnd } from 'ui-common/open-app';
import { createSSRApp } from 'vue';
import type { RouterHistory } from 'vue-router';
import App from './App.vue';
import { i18n, setLanguage } from '../i18n';
import { createShopRouter } from './router';
import { createShopVuetify } from '../theme/vuetify';

/** Cached API responses are used for this long without a new request. */
const STALE_TIME_MS = 15 * SECOND_MS;

/** Creates the shop app, for a browser or with the server's parts for server-side rendering. */
export function createShopApp(
  history: RouterHistory,
  serverParts: Partial<Pick<FrontEnd, 'i18n' | 'head'>> = {},
): FrontEnd {
  const router = createShopRouter(history);
  const vuetify = createShopVuetify();
  return {
    root: App,
    router,
    i18n,
    vuetify,
    setLanguage,
    staleTime: STALE_TIME_MS,
    createHydrated: createSSRApp,
    ...serverParts,
  };
}
