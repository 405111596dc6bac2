import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const exportsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/products/exports',
    component: withRemainingTexts(() => import('./ExportsPage.vue')),
    meta: { title: 'exports' },
  },
];
