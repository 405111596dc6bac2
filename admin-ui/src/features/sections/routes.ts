import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const sectionsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/sections',
    component: withRemainingTexts(() => import('./SectionsPage.vue')),
    meta: { title: 'sections', adminOnly: true },
  },
];
