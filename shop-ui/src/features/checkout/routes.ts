import type { RouteRecordRaw } from 'vue-router';

export const checkoutRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/checkout',
    component: () => import('./CheckoutPage.vue'),
    meta: { title: 'checkout', needsShopper: true },
  },
];
