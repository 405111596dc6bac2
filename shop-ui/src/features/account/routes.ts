import type { RouteRecordRaw } from 'vue-router';

export const accountRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/account',
    component: () => import('./AccountPage.vue'),
    meta: { title: 'account', needsAccount: true },
  },
  {
    path: '/account/password',
    component: () => import('./profile/PasswordPage.vue'),
    meta: { title: 'password', needsAccount: true },
  },
  {
    path: '/account/sessions',
    component: () => import('./sessions/SessionsPage.vue'),
    meta: { title: 'sessions', needsAccount: true },
  },
  {
    path: '/account/mail',
    component: () => import('./mail/MailPage.vue'),
    meta: { title: 'mail', needsAccount: true },
  },
];
