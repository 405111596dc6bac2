import type { RouteRecordRaw } from 'vue-router';

export const sectionsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/sections',
    component: () => import('./SectionsPage.vue'),
    meta: { title: 'sections', adminOnly: true },
  },
];
