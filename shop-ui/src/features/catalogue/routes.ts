import type { RouteRecordRaw } from 'vue-router';
import HomePage from './HomePage.vue';
import ProductPage from './ProductPage.vue';
import SearchPage from './SearchPage.vue';
import SectionPage from './SectionPage.vue';

/** The pages that people come to first: they are part of the first script. */
export const catalogueRoutes: readonly RouteRecordRaw[] = [
  { path: '/', component: HomePage, meta: { title: 'home' } },
  { path: '/sections/:section', component: SectionPage, props: true },
  { path: '/products/:product', component: ProductPage, props: true },
  { path: '/search', component: SearchPage, meta: { title: 'search' } },
];
