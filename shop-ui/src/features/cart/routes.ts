import type { RouteRecordRaw } from 'vue-router';

export const cartRoutes: readonly RouteRecordRaw[] = [
  { path: '/cart', component: () => import('./CartPage.vue'), meta: { title: 'cart' } },
];
