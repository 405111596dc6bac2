import { PiniaColada } from '@pinia/colada';
import { mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { i18n, loadRemainingTexts } from '../i18n';
import { createShopVuetify } from '../theme/vuetify';

await loadRemainingTexts();

/** Mounts a component with all plugins of the shop, attached to the document. */
export function mountInApp(component: Component, props: Record<string, unknown> = {}): VueWrapper {
  const pinia = createPinia();
  setActivePinia(pinia);
  const rest = { path: '/:rest(.*)*', component: { template: '' } };
  const router = createRouter({ history: createMemoryHistory(), routes: [rest] });
  const plugins = [pinia, PiniaColada, i18n, createShopVuetify(), router];
  return mount(component, { props, attachTo: document.body, global: { plugins } });
}
