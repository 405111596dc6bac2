import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n, speak } from './i18n';
import { router } from './router';
import { usePreferences } from 'ui-common/session/preferences';
import { useSession } from 'ui-common/session/session';
import './styles';
import { adoptedSheet } from 'ui-common/theme/adopted-sheet';
import { vuetify } from './theme/vuetify';

const app = createApp(App)
  .use(createPinia())
  .use(PiniaColada, { queryOptions: { staleTime: 15_000 } })
  .use(i18n)
  .use(adoptedSheet)
  .use(vuetify);

void useSession().whenRestored();
void open();

/** Shows the first page once it can be shown whole. (Awaited here at the top, it would wait for its own module.) */
async function open(): Promise<void> {
  await speak(usePreferences().language);
  app.use(router);
  await router.isReady();
  app.mount('#app');
}
