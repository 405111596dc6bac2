import { openApp } from 'ui-common/open-app';
import App from './App.vue';
import { i18n, speak } from './i18n';
import { router } from './router';
import './styles';
import { vuetify } from './theme/vuetify';

void openApp({ root: App, router, i18n, vuetify, speak, staleTime: 15_000 });
