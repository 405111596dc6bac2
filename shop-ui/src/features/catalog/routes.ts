import type { RouteRecordRaw } from 'vue-router';

/**
 * The entry pages. Their HTML preloads the module of the page together with the first script
 * (src/ssr/html/page-assets.ts).
 */
export const catalogRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/',
    component: () => import('./home/HomePage.vue'),
    name: 'home',
    meta: { firstModule: 'src/features/catalog/home/HomePage.vue' },
  },
  {
    path: '/sections/:section',
    component: () => import('./list/SectionPage.vue'),
    name: 'section',
    props: true,
    meta: { firstModule: 'src/features/catalog/list/SectionPage.vue' },
  },
  {
    path: '/products/:product',
    component: () => import('./product/ProductPage.vue'),
    name: 'product',
    props: true,
    meta: { firstModule: 'src/features/catalog/product/ProductPage.vue' },
  },
  {
    path: '/search',
    component: () => import('./list/SearchPage.vue'),
    name: 'search',
    meta: { firstModule: 'src/features/catalog/list/SearchPage.vue' },
  },
];
