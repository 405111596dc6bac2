import type { RouteRecordRaw } from 'vue-router';
import HomePage from './home/HomePage.vue';
import SearchPage from './list/SearchPage.vue';
import SectionPage from './list/SectionPage.vue';
import ProductPage from './product/ProductPage.vue';

/** The pages that people come to first: they are part of the first script. */
export const catalogueRoutes: readonly RouteRecordRaw[] = [
  { path: '/', component: HomePage, meta: { title: 'home' } },
  { path: '/sections/:section', component: SectionPage, props: true },
  { path: '/products/:product', component: ProductPage, props: true },
  { path: '/search', component: SearchPage },
];
