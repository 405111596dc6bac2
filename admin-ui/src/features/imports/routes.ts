import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';
import type { ImportKind } from './imports';

const list = withRemainingTexts(() => import('./ImportsPage.vue'));
const newFile = withRemainingTexts(() => import('./NewImportPage.vue'));
const one = withRemainingTexts(() => import('./ImportPage.vue'));

/** The page that lists the imports of a kind, and that of a new one, with their titles. */
function pagesOf(
  kind: ImportKind,
  path: string,
  [title, newTitle]: readonly [string, string],
  adminOnly: boolean,
): RouteRecordRaw[] {
  return [
    { path, component: list, props: { kind }, meta: { title, adminOnly } },
    { path: `${path}/new`, component: newFile, props: { kind }, meta: { title: newTitle, adminOnly } },
    {
      path: `${path}/:id`,
      component: one,
      props: ({ params }) => ({ id: params.id, kind }),
      meta: { title: 'import', adminOnly },
    },
  ];
}

/** The pages of the imports of each kind. */
export const importsRoutes: readonly RouteRecordRaw[] = [
  ...pagesOf('products', '/products/imports', ['imports', 'new-import'], false),
  ...pagesOf('customers', '/users/imports', ['customer-imports', 'new-customer-import'], true),
  ...pagesOf('orders', '/orders/imports', ['order-imports', 'new-order-import'], true),
];
