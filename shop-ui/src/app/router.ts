import {
  createRouter,
  type NavigationGuardReturn,
  type RouteLocationNormalized,
  type Router,
  type RouteRecordRaw,
  type RouterHistory,
} from 'vue-router';
import { useSession } from 'ui-common/session/session';
import { accountRoutes } from '../features/account/routes';
import { cartRoutes } from '../features/cart/routes';
import { catalogRoutes } from '../features/catalog/routes';
import { checkoutRoutes } from '../features/checkout/routes';
import { orderRoutes } from '../features/orders/routes';
import { sectionRequestRoutes } from '../features/section-requests/routes';
import { signInRoutes } from '../features/sign-in/routes';
import { loadRemainingTexts } from '../i18n';

declare module 'vue-router' {
  interface RouteMeta {
    /** Module of a first page, by its name in the build. All texts of the page are in the first script. */
    firstModule?: string;
    /** Requires a signed-in user. */
    needsAccount?: boolean;
    /** Requires a signed-in shopper. */
    needsShopper?: boolean;
  }
}

const routes: readonly RouteRecordRaw[] = [
  ...catalogRoutes,
  ...cartRoutes,
  ...checkoutRoutes,
  ...orderRoutes,
  ...accountRoutes,
  ...signInRoutes,
  ...sectionRequestRoutes,
  {
    path: '/for-shoppers',
    component: () => import('../features/error-pages/ForShoppersPage.vue'),
    meta: { title: 'for-shoppers' },
  },
  {
    path: '/offline',
    component: () => import('../features/error-pages/OfflinePage.vue'),
    meta: { title: 'offline' },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('../features/error-pages/NotFoundPage.vue'),
    meta: { title: 'not-found' },
  },
];

/** Creates the router of the shop. */
export function createShopRouter(history: RouterHistory): Router {
  const router = createRouter({
    history,
    routes,
    // The server answers 404 for /Cart.
    sensitive: true,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
  });
  router.beforeEach(async ({ meta }) => {
    if (meta.firstModule === undefined) await loadRemainingTexts();
  });
  router.beforeEach(guardAccess);
  return router;
}

/** Redirects users without access. For convenience only: the server enforces access. Sign-in returns to the requested page. */
async function guardAccess({ meta, fullPath }: RouteLocationNormalized): Promise<NavigationGuardReturn> {
  if (meta.needsAccount !== true && meta.needsShopper !== true) return true;
  const session = useSession();
  await session.whenRestored();
  if (!session.isKnown) return { path: '/offline', query: { next: fullPath } };
  if (!session.isSignedIn) return { path: '/sign-in', query: { next: fullPath } };
  return meta.needsShopper !== true || session.isShopper || { path: '/for-shoppers' };
}
