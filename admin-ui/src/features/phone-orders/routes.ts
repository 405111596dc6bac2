import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const phoneOrdersRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/orders/new',
    component: withRemainingTexts(() => import('./NewOrderPage.vue')),
    meta: { title: 'new-order' },
  },
];
