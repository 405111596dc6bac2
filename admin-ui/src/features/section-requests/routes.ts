import type { RouteRecordRaw } from 'vue-router';

export const sectionRequestsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/section-requests',
    component: () => import('./SectionRequestsPage.vue'),
    meta: { title: 'section-requests' },
  },
  {
    path: '/section-requests/:id',
    component: () => import('./SectionRequestPage.vue'),
    props: true,
    meta: { title: 'section-request', adminOnly: true },
  },
];
