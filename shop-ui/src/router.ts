import {
  createRouter,
  type NavigationGuardReturn,
  type RouteLocationNormalized,
  type Router,
  type RouteRecordRaw,
  type RouterHistory,
} from 'vue-router';
import { useSession } from 'ui-common/session/session';
import { accountRoutes } from './features/account/routes';
import { cartRoutes } from './features/cart/routes';
import { catalogueRoutes } from './features/catalog/routes';
import { checkoutRoutes } from './features/checkout/routes';
import { orderRoutes } from './features/orders/routes';
import { sectionRequestRoutes } from './features/section-requests/routes';
import { signInRoutes } from './features/sign-in/routes';
import { learnRest } from './i18n';

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
    component: () => import('./features/error-pages/ForShoppersPage.vue'),
    meta: { title: 'for-shoppers' },
  },
  {
    path: '/offline',
    component: () => import('./features/error-pages/OfflinePage.vue'),
    meta: { title: 'offline' },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('./features/error-pages/NotFoundPage.vue'),
    meta: { title: 'not-found' },
  },
];

/** The shop's pages by their addresses. */
export function shopRouter(history: RouterHistory): Router {
  const router = createRouter({
    history,
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
  });
  router.beforeEach(async ({ meta }) => {
    if (meta.isFirst !== true) await learnRest();
  });
  router.beforeEach(mayEnter);
  return router;
}

/** A courtesy: the server decides. Who is sent to sign in comes back to where he was going. */
async function mayEnter({ meta, fullPath }: RouteLocationNormalized): Promise<NavigationGuardReturn> {
  if (meta.needsAccount !== true && meta.needsShopper !== true) return true;
  const session = useSession();
  await session.whenRestored();
  if (!session.isKnown) return { path: '/offline', query: { next: fullPath } };
  if (!session.isSignedIn) return { path: '/sign-in', query: { next: fullPath } };
  return meta.needsShopper !== true || session.isShopper || { path: '/for-shoppers' };
}
