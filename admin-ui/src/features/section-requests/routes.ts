import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const sectionRequestsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/section-requests',
    component: withRemainingTexts(() => import('./SectionRequestsPage.vue')),
    meta: { title: 'section-requests' },
  },
  {
    path: '/section-requests/:id',
    component: withRemainingTexts(() => import('./RequestPage.vue')),
    props: true,
    meta: { title: 'section-request' },
  },
];
