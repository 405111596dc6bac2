import type { RouteRecordRaw } from 'vue-router';

export const orderRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/orders',
    component: () => import('./list/OrdersPage.vue'),
    meta: { title: 'orders', needsShopper: true },
  },
  {
    path: '/orders/:id',
    component: () => import('./detail/OrderPage.vue'),
    props: true,
    meta: { title: 'order', needsShopper: true },
  },
  {
    path: '/orders/:id/placed',
    component: () => import('./detail/PlacedPage.vue'),
    props: true,
    meta: { title: 'placed', needsShopper: true },
  },
];
