import type { RouteRecordRaw } from 'vue-router';

export const productsRoutes: readonly RouteRecordRaw[] = [
  { path: '/products', component: () => import('./list/ProductsPage.vue'), meta: { title: 'products' } },
  {
    path: '/products/new',
    component: () => import('./editor/NewProductPage.vue'),
    meta: { title: 'new-product' },
  },
  {
    path: '/products/:id',
    component: () => import('./editor/ProductPage.vue'),
    props: true,
    meta: { title: 'product' },
  },
];
