import type { RouteRecordRaw } from 'vue-router';

export const productsRoutes: readonly RouteRecordRaw[] = [
  { path: '/products', component: () => import('./ProductsPage.vue'), meta: { title: 'products' } },
  { path: '/products/new', component: () => import('./NewProductPage.vue'), meta: { title: 'new-product' } },
  {
    path: '/products/:id',
    component: () => import('./ProductPage.vue'),
    props: true,
    meta: { title: 'product' },
  },
];
