import type { RouteRecordRaw } from 'vue-router';

export const sectionRequestRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/section-requests',
    component: () => import('./SectionRequestsPage.vue'),
    meta: { title: 'section-requests', needsAccount: true },
  },
];
