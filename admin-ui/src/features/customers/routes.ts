import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const customersRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/customers/:id',
    component: withRemainingTexts(() => import('./CustomerPage.vue')),
    props: true,
    meta: { title: 'customer' },
  },
];
