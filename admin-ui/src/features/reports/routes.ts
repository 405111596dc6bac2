import type { RouteRecordRaw } from 'vue-router';

export const reportsRoutes: readonly RouteRecordRaw[] = [
  { path: '/reports', component: () => import('./SalesReportPage.vue'), meta: { title: 'sales-report' } },
  {
    path: '/reports/stock',
    component: () => import('./StockReportPage.vue'),
    meta: { title: 'stock-report' },
  },
  {
    path: '/reports/engagement',
    component: () => import('./EngagementReportPage.vue'),
    meta: { title: 'engagement-report' },
  },
];
