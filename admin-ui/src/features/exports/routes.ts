import type { RouteRecordRaw } from 'vue-router';

export const exportsRoutes: readonly RouteRecordRaw[] = [
  { path: '/products/exports', component: () => import('./ExportsPage.vue'), meta: { title: 'exports' } },
];
