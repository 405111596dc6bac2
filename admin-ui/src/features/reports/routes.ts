import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const reportsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/reports',
    component: withRemainingTexts(() => import('./SalesReportPage.vue')),
    meta: { title: 'sales-report' },
  },
  {
    path: '/reports/stock',
    component: withRemainingTexts(() => import('./StockReportPage.vue')),
    meta: { title: 'stock-report' },
  },
  {
    path: '/reports/engagement',
    component: withRemainingTexts(() => import('./EngagementReportPage.vue')),
    meta: { title: 'engagement-report' },
  },
  {
    path: '/reports/taxes',
    component: withRemainingTexts(() => import('./TaxReportPage.vue')),
    meta: { title: 'tax-report' },
  },
];
