import type { RouteRecordRaw } from 'vue-router';

export const signInRoutes: readonly RouteRecordRaw[] = [
  { path: '/sign-in', component: () => import('./SignInPage.vue'), meta: { title: 'sign-in' } },
  { path: '/register', component: () => import('./RegisterPage.vue'), meta: { title: 'register' } },
  {
    path: '/forgot-password',
    component: () => import('./ForgotPasswordPage.vue'),
    meta: { title: 'forgot-password' },
  },
  {
    path: '/confirm-email',
    component: () => import('./ConfirmEmailPage.vue'),
    meta: { title: 'confirm-email' },
  },
  {
    path: '/reset-password',
    component: () => import('./ResetPasswordPage.vue'),
    meta: { title: 'reset-password' },
  },
];
