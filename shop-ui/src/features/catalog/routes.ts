import type { RouteRecordRaw } from 'vue-router';

/**
 * The pages that people come to first. The document that the server makes of each has its browser fetch that page's module
 * together with the first script (src/ssr/html/page-assets.ts).
 */
export const catalogueRoutes: readonly RouteRecordRaw[] = [
  { path: '/', component: () => import('./home/HomePage.vue'), meta: { title: 'home', isFirst: true } },
  {
    path: '/sections/:section',
    component: () => import('./list/SectionPage.vue'),
    props: true,
    meta: { isFirst: true },
  },
  {
    path: '/products/:product',
    component: () => import('./product/ProductPage.vue'),
    props: true,
    meta: { isFirst: true },
  },
  { path: '/search', component: () => import('./list/SearchPage.vue'), meta: { isFirst: true } },
];
