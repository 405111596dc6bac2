import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const importsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/products/imports',
    component: withRemainingTexts(() => import('./ImportsPage.vue')),
    meta: { title: 'imports' },
  },
  {
    path: '/products/imports/new',
    component: withRemainingTexts(() => import('./NewImportPage.vue')),
    meta: { title: 'new-import' },
  },
  {
    path: '/products/imports/:id',
    component: withRemainingTexts(() => import('./ImportPage.vue')),
    props: true,
    meta: { title: 'import' },
  },
];
