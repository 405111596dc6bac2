import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';

export const usersRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/users',
    component: withRemainingTexts(() => import('./UsersPage.vue')),
    meta: { title: 'users', adminOnly: true },
  },
  {
    path: '/users/:id/:tab(sessions|activity)?',
    component: withRemainingTexts(() => import('./detail/UserPage.vue')),
    props: true,
    meta: { title: 'user', adminOnly: true },
  },
];
