import { SECOND_MS } from 'ui-common/dates/durations';
import { openApp } from 'ui-common/open-app';
import App from './App.vue';
import { router } from './router';
import './styles';
import { i18n, setLanguage } from './locales/texts';
import { vuetify } from './theme/vuetify';

void openApp({ root: App, router, i18n, vuetify, setLanguage, staleTime: 5 * SECOND_MS });
