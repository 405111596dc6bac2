import type { RouteRecordRaw } from 'vue-router';

export const importsRoutes: readonly RouteRecordRaw[] = [
  { path: '/products/imports', component: () => import('./ImportsPage.vue'), meta: { title: 'imports' } },
  {
    path: '/products/imports/new',
    component: () => import('./NewImportPage.vue'),
    meta: { title: 'new-import' },
  },
  {
    path: '/products/imports/:id',
    component: () => import('./ImportPage.vue'),
    props: true,
    meta: { title: 'import' },
  },
];
