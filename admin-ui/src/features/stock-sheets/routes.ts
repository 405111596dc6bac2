import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const stockSheetsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/stock-sheets',
    component: withRemainingTexts(() => import('./StockSheetsPage.vue')),
    meta: { title: 'stock-sheets' },
  },
  {
    path: '/stock-sheets/:id',
    component: withRemainingTexts(() => import('./StockSheetPage.vue')),
    props: true,
    meta: { title: 'stock-sheet' },
  },
];
