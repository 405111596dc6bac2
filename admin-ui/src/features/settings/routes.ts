import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const settingsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/settings',
    component: withRemainingTexts(() => import('./SettingsPage.vue')),
    meta: { title: 'settings', adminOnly: true },
  },
  {
    path: '/settings/taxes',
    component: withRemainingTexts(() => import('./TaxesPage.vue')),
    meta: { title: 'taxes', adminOnly: true },
  },
];
