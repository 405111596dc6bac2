import type { RouteRecordRaw } from 'vue-router';

/**
 * The server-rendered entry pages. Their HTML preloads the module of the page together with the first script
 * (src/ssr/html/page-assets.ts).
 */
export const catalogRoutes: readonly RouteRecordRaw[] = [
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
