import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const documentsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/documents',
    component: withRemainingTexts(() => import('./DocumentsPage.vue')),
    meta: { title: 'documents' },
  },
  {
    path: '/documents/:id',
    component: withRemainingTexts(() => import('./DocumentPage.vue')),
    props: true,
    meta: { title: 'document' },
  },
];
