import { PiniaColada } from '@pinia/colada';
import { createPinia, type Pinia } from 'pinia';
import { createApp, type App, type Component, type Plugin } from 'vue';
import type { Router } from 'vue-router';
import type { createVuetify } from 'vuetify';
import { replayEarlyEvents } from './browser/pre-hydration-events.ts';
import { isInBrowser } from './browser/window-events.ts';
import { pause } from './common/pause.ts';
import type { Language } from './languages.ts';
import { usePreferences } from './session/preferences.ts';
import { useSession } from './session/session.ts';
import { adoptedSheet } from './theme/adopted-sheet.ts';

/** Where a front end is shown. */
const PLACE = '#app';

/** What a front end is made of. */
export interface FrontEnd {
  readonly root: Component;
  readonly router: Router;
  readonly i18n: Plugin;
  readonly vuetify: ReturnType<typeof createVuetify>;
  /** Fetches the texts of a language and speaks it. */
  readonly speak: (language: Language) => Promise<void>;
  /** Milliseconds for which an answer of the API is shown again unasked. */
  readonly staleTime: number;
  /** Vue's `createSSRApp`, where the server draws first pages. */
  readonly createDrawn?: typeof createApp;
}

/** A front end with all its plugins but the router, whose first navigation begins with its being used. */
export function assembled(app: App, { i18n, vuetify, staleTime }: FrontEnd, pinia: Pinia): App {
  return (
    app
      .use(pinia)
      // What the server draws with is given to it: it asks nothing.
      .use(PiniaColada, { queryOptions: { staleTime, enabled: isInBrowser } })
      .use(i18n)
      .use(adoptedSheet)
      .use(vuetify)
  );
}

/**
 * Opens a front end: shows its first page once that can be shown whole, or takes over what the server has drawn of it. It is done
 * in several tasks, so that a slow phone goes on answering meanwhile. (Awaited at the top of a module, it would wait for that very
 * module, which the first page is part of.)
 */
export async function openApp(frontEnd: FrontEnd): Promise<void> {
  const { root, router, vuetify, speak, createDrawn } = frontEnd;
  await pause();
  const pinia = createPinia();
  const { language, theme } = usePreferences(pinia);
  const drawn = document.querySelector<HTMLElement>(PLACE)?.dataset['drawn'];
  const isDrawn = createDrawn !== undefined && drawn === language;
  const app = assembled((isDrawn ? createDrawn : createApp)(root), frontEnd, pinia);
  void vuetify.theme.change(theme);
  if (isDrawn) shineOnDrawn(vuetify.theme.global.name.value);
  void useSession(pinia).whenRestored();
  await speak(language);
  await pause();
  app.use(router);
  await router.isReady();
  await pause();
  app.mount(PLACE);
  await pause();
  replayEarlyEvents();
}

/** The server leaves out whether it is day or night where the page is read. */
function shineOnDrawn(theme: string): void {
  document.querySelector(`${PLACE} > .v-application`)?.classList.add(`v-theme--${theme}`);
}
