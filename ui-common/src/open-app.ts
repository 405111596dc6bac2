import { PiniaColada } from '@pinia/colada';
import { createPinia, type Pinia } from 'pinia';
import { createApp, type App, type Component, type Plugin } from 'vue';
import type { Router } from 'vue-router';
import type { createVuetify } from 'vuetify';
import { hydrateOutside, replayEarlyEvents } from './browser/pre-hydration-events.ts';
import { isInBrowser } from './browser/window-events.ts';
import { yieldToBrowser } from './browser/yield-to-browser.ts';
import { restoreQueries } from './api/initial-queries.ts';
import type { Language } from './api/languages.ts';
import { usePreferences } from './session/preferences.ts';
import { useSession } from './session/session.ts';
import { adoptVuetifyTheme } from './theme/adopt-vuetify-theme.ts';

/** Element that the front end is mounted on. */
const MOUNT_SELECTOR = '#app';

/** The parts of a front end. */
export interface FrontEnd {
  readonly root: Component;
  readonly router: Router;
  readonly i18n: Plugin;
  readonly vuetify: ReturnType<typeof createVuetify>;
  /** Loads the texts of a language and switches to it. */
  readonly setLanguage: (language: Language) => Promise<void>;
  /** Milliseconds for which a cached API response is used without a new request. */
  readonly staleTime: number;
  /** Head manager; by default, one that only adopts the theme of Vuetify. */
  readonly head?: Plugin;
  /** Vue's `createSSRApp`, if the server renders first pages. */
  readonly createHydrated?: typeof createApp;
}

/** Installs all plugins except the router, whose first navigation starts when it is installed. */
export function assembleApp(
  app: App,
  { i18n, vuetify, staleTime, head = adoptVuetifyTheme }: FrontEnd,
  pinia: Pinia,
): App {
  // On the server, the query cache ends with the page: a timer would only keep it in memory.
  const queryOptions = isInBrowser ? { staleTime } : { staleTime, gcTime: false as const };
  return app.use(pinia).use(PiniaColada, { queryOptions }).use(i18n).use(head).use(vuetify);
}

/**
 * Opens a front end: mounts its first page once it is complete, or hydrates the server-rendered one. Works in several tasks, so
 * that a slow phone stays responsive. Do not await it at the top level of a module: the first page is part of that module.
 */
export async function openApp(frontEnd: FrontEnd): Promise<void> {
  const { root, router, vuetify, setLanguage, createHydrated } = frontEnd;
  await yieldToBrowser();
  const pinia = createPinia();
  const { language, theme } = usePreferences(pinia);
  const renderedLanguage = document.querySelector<HTMLElement>(MOUNT_SELECTOR)?.dataset['ssr'];
  const isHydrating = createHydrated !== undefined && renderedLanguage === language;
  const app = assembleApp((isHydrating ? createHydrated : createApp)(root), frontEnd, pinia);
  restoreQueries(pinia);
  void vuetify.theme.change(theme);
  if (isHydrating) addThemeClass(vuetify.theme.global.name.value);
  void useSession(pinia).whenRestored();
  await setLanguage(language);
  await yieldToBrowser();
  app.use(router);
  // Without a listener, vue-router writes the error to the console.
  const forgetErrors = router.onError(() => undefined);
  const isReady = await router.isReady().then(
    () => true,
    () => false,
  );
  await yieldToBrowser();
  app.mount(MOUNT_SELECTOR);
  await replayEarlyEvents();
  // Its code could not be loaded. The mounted front end says so: see useLostPages.
  forgetErrors();
  if (!isReady) await router.push(router.options.history.location).catch(() => undefined);
  // Hydrated later, the bars would keep the attributes that the server has rendered: the link of the first page as the current one.
  router.beforeEach(() => hydrateOutside(document.querySelector('main')));
}

/** Adds the theme class, which the server omits because it does not know the theme of the device. */
function addThemeClass(theme: string): void {
  document.querySelector(`${MOUNT_SELECTOR} > .v-application`)?.classList.add(`v-theme--${theme}`);
}
