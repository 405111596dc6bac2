import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const ordersRoutes: readonly RouteRecordRaw[] = [
  { path: '/orders', component: () => import('./OrdersPage.vue'), meta: { title: 'orders' } },
  {
    path: '/orders/board',
    component: withRemainingTexts(() => import('./board/OrderBoardPage.vue')),
    meta: { title: 'order-board' },
  },
  {
    path: '/orders/pick-list',
    component: withRemainingTexts(() => import('./pick-list/PickListPage.vue')),
    meta: { title: 'pick-list' },
  },
  {
    path: '/orders/:id',
    component: withRemainingTexts(() => import('./detail/OrderPage.vue')),
    props: true,
    meta: { title: 'order' },
  },
];
