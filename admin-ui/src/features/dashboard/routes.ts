import type { RouteRecordRaw } from 'vue-router';

export const dashboardRoutes: readonly RouteRecordRaw[] = [
  { path: '/', component: () => import('./DashboardPage.vue'), meta: { title: 'dashboard' } },
];
