import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { accountRoutes } from './features/account/routes';
import { cartRoutes } from './features/cart/routes';
import { catalogueRoutes } from './features/catalogue/routes';
import { checkoutRoutes } from './features/checkout/routes';
import { orderRoutes } from './features/orders/routes';
import { sectionRequestRoutes } from './features/section-requests/routes';
import { signInRoutes } from './features/sign-in/routes';
import { learnRest } from './i18n';
import { useSession } from 'ui-common/session/session';

declare module 'vue-router' {
  interface RouteMeta {
    /** One that people come to first: it says nothing but what is in the first script. */
    isFirst?: boolean;
    /** For whoever is signed in. */
    needsAccount?: boolean;
    /** For shoppers alone. */
    needsShopper?: boolean;
  }
}

const routes: readonly RouteRecordRaw[] = [
  ...catalogueRoutes,
  ...cartRoutes,
  ...checkoutRoutes,
  ...orderRoutes,
  ...accountRoutes,
  ...signInRoutes,
  ...sectionRequestRoutes,
  {
    path: '/for-shoppers',
    component: () => import('./features/not-found/ForShoppersPage.vue'),
    meta: { title: 'for-shoppers' },
  },
  {
    path: '/offline',
    component: () => import('./features/not-found/OfflinePage.vue'),
    meta: { title: 'offline' },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('./features/not-found/NotFoundPage.vue'),
    meta: { title: 'not-found' },
  },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
});

router.beforeEach(async ({ meta }) => {
  if (meta.isFirst !== true) await learnRest();
});

/** A courtesy: the server decides. Who is sent to sign in comes back to where he was going. */
router.beforeEach(async ({ meta, fullPath }) => {
  if (meta.needsAccount !== true && meta.needsShopper !== true) return true;
  const session = useSession();
  await session.whenRestored();
  if (!session.isSignedIn) {
    return { path: session.isKnown ? '/sign-in' : '/offline', query: { next: fullPath } };
  }
  return meta.needsShopper !== true || session.isShopper || { path: '/for-shoppers' };
});
