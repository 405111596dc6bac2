import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp, type Component, type Plugin } from 'vue';
import type { Router } from 'vue-router';
import type { Language } from './languages.ts';
import { usePreferences } from './session/preferences.ts';
import { useSession } from './session/session.ts';
import { adoptedSheet } from './theme/adopted-sheet.ts';

/** What a front end is made of. */
interface FrontEnd {
  readonly root: Component;
  readonly router: Router;
  readonly i18n: Plugin;
  readonly vuetify: Plugin;
  /** Fetches the texts of a language and speaks it. */
  readonly speak: (language: Language) => Promise<void>;
  /** Milliseconds for which an answer of the API is shown again unasked. */
  readonly staleTime: number;
}

/**
 * Opens a front end: shows its first page once that can be shown whole. (Awaited at the top of a module, it would wait for that very
 * module, which the first page is part of.)
 */
export async function openApp({ root, router, i18n, vuetify, speak, staleTime }: FrontEnd): Promise<void> {
  const app = createApp(root)
    .use(createPinia())
    .use(PiniaColada, { queryOptions: { staleTime } })
    .use(i18n)
    .use(adoptedSheet)
    .use(vuetify);
  void useSession().whenRestored();
  await speak(usePreferences().language);
  app.use(router);
  await router.isReady();
  app.mount('#app');
}
