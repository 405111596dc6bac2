import type { RouteRecordRaw } from 'vue-router';

export const productsRoutes: readonly RouteRecordRaw[] = [
  { path: '/products', component: () => import('./ProductsPage.vue'), meta: { title: 'products' } },
  { path: '/products/new', component: () => import('./NewProductPage.vue'), meta: { title: 'new-product' } },
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
  { path: '/products/exports', component: () => import('./ExportsPage.vue'), meta: { title: 'exports' } },
  {
    path: '/products/:id',
    component: () => import('./ProductPage.vue'),
    props: true,
    meta: { title: 'product' },
  },
];
