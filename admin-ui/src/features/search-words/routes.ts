import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const searchWordsRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/search',
    component: withRemainingTexts(() => import('./WishesPage.vue')),
    meta: { title: 'wishes' },
  },
  {
    path: '/search/synonyms',
    component: withRemainingTexts(() => import('./SynonymsPage.vue')),
    meta: { title: 'synonyms', adminOnly: true },
  },
];
