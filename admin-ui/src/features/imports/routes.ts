import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';
import type { ImportKind } from './imports';

const list = withRemainingTexts(() => import('./ImportsPage.vue'));
const newFile = withRemainingTexts(() => import('./NewImportPage.vue'));
const one = withRemainingTexts(() => import('./ImportPage.vue'));

const ofKind = (kind: ImportKind) => ({ kind });
const oneOfKind =
  (kind: ImportKind): Exclude<RouteRecordRaw['props'], undefined> =>
  ({ params }) => ({ id: params.id, kind });

/** The pages of the imports of each kind. Those of customers and of orders are for admins. */
export const importsRoutes: readonly RouteRecordRaw[] = [
  { path: '/products/imports', component: list, props: ofKind('products'), meta: { title: 'imports' } },
  {
    path: '/products/imports/new',
    component: newFile,
    props: ofKind('products'),
    meta: { title: 'new-import' },
  },
  {
    path: '/products/imports/:id',
    component: one,
    props: oneOfKind('products'),
    meta: { title: 'import' },
  },
  {
    path: '/users/imports',
    component: list,
    props: ofKind('customers'),
    meta: { title: 'customer-imports', adminOnly: true },
  },
  {
    path: '/users/imports/new',
    component: newFile,
    props: ofKind('customers'),
    meta: { title: 'new-customer-import', adminOnly: true },
  },
  {
    path: '/users/imports/:id',
    component: one,
    props: oneOfKind('customers'),
    meta: { title: 'import', adminOnly: true },
  },
  {
    path: '/orders/imports',
    component: list,
    props: ofKind('orders'),
    meta: { title: 'order-imports', adminOnly: true },
  },
  {
    path: '/orders/imports/new',
    component: newFile,
    props: ofKind('orders'),
    meta: { title: 'new-order-import', adminOnly: true },
  },
  {
    path: '/orders/imports/:id',
    component: one,
    props: oneOfKind('orders'),
    meta: { title: 'import', adminOnly: true },
  },
];
