import { useSession } from 'ui-common/session/session';
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { customersRoutes } from './features/customers/routes';
import { dashboardRoutes } from './features/dashboard/routes';
import { documentsRoutes } from './features/documents/routes';
import { exportsRoutes } from './features/exports/routes';
import { importsRoutes } from './features/imports/routes';
import { operationsRoutes } from './features/operations/routes';
import { ordersRoutes } from './features/orders/routes';
import { phoneOrdersRoutes } from './features/phone-orders/routes';
import { productsRoutes } from './features/products/routes';
import { reportsRoutes } from './features/reports/routes';
import { searchWordsRoutes } from './features/search-words/routes';
import { sectionRequestsRoutes } from './features/section-requests/routes';
import { sectionsRoutes } from './features/sections/routes';
import { settingsRoutes } from './features/settings/routes';
import { stockSheetsRoutes } from './features/stock-sheets/routes';
import { usersRoutes } from './features/users/routes';
import { withRemainingTexts } from './locales/texts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Only for admins; managers see the "forbidden" page. */
    adminOnly?: boolean;
    /** Without the menu, and open to anonymous visitors. */
    isBare?: boolean;
  }
}

const routes: readonly RouteRecordRaw[] = [
  ...dashboardRoutes,
  ...ordersRoutes,
  ...customersRoutes,
  ...documentsRoutes,
  ...phoneOrdersRoutes,
  ...productsRoutes,
  ...importsRoutes,
  ...exportsRoutes,
  ...sectionsRoutes,
  ...sectionRequestsRoutes,
  ...stockSheetsRoutes,
  ...searchWordsRoutes,
  ...usersRoutes,
  ...reportsRoutes,
  ...operationsRoutes,
  ...settingsRoutes,
  {
    path: '/sign-in',
    component: () => import('./features/sign-in/SignInPage.vue'),
    meta: { title: 'sign-in', isBare: true },
  },
  {
    path: '/forbidden',
    component: withRemainingTexts(() => import('./features/error-pages/ForbiddenPage.vue')),
    meta: { title: 'forbidden' },
  },
  {
    path: '/:rest(.*)*',
    component: withRemainingTexts(() => import('./features/error-pages/NotFoundPage.vue')),
    meta: { title: 'not-found' },
  },
];

export const router = createRouter({
  history: createWebHistory('/admin/'),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
});

/** For convenience only: the server enforces access. After sign-in, the requested page opens. */
router.beforeEach(async ({ meta, fullPath }) => {
  if (meta.isBare === true) return true;
  const session = useSession();
  await session.whenRestored();
  const role = session.account?.role;
  if (role !== 'admin' && role !== 'store_manager') return { path: '/sign-in', query: { next: fullPath } };
  return meta.adminOnly !== true || role === 'admin' || { path: '/forbidden', replace: true };
});
