import type { RouteRecordRaw } from 'vue-router';

export const ordersRoutes: readonly RouteRecordRaw[] = [
  { path: '/orders', component: () => import('./OrdersPage.vue'), meta: { title: 'orders' } },
  { path: '/orders/board', component: () => import('./OrderBoardPage.vue'), meta: { title: 'order-board' } },
  { path: '/orders/pick-list', component: () => import('./PickListPage.vue'), meta: { title: 'pick-list' } },
  { path: '/orders/:id', component: () => import('./OrderPage.vue'), props: true, meta: { title: 'order' } },
];
