import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const settingsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/settings',
    component: withRemainingTexts(() => import('./SettingsPage.vue')),
    meta: { title: 'settings', adminOnly: true },
  },
];
