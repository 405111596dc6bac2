import type { RouteRecordRaw } from 'vue-router';
import { withRemainingTexts } from '../../locales/texts';
import { IMPORTS_PATH, type ImportKind } from './imports';

interface Titles {
  readonly list: string;
  readonly file: string;
}

const TITLES: Readonly<Record<ImportKind, Titles>> = {
  products: { list: 'imports', file: 'new-import' },
  customers: { list: 'customer-imports', file: 'new-customer-import' },
};

/** The pages of the imports of a kind. Those of customers are for admins. */
const pagesOf = (kind: ImportKind): RouteRecordRaw[] => {
  const path = IMPORTS_PATH[kind];
  const access = kind === 'products' ? {} : { adminOnly: true };
  return [
    {
      path,
      component: withRemainingTexts(() => import('./ImportsPage.vue')),
      props: { kind },
      meta: { title: TITLES[kind].list, ...access },
    },
    {
      path: `${path}/new`,
      component: withRemainingTexts(() => import('./NewImportPage.vue')),
      props: { kind },
      meta: { title: TITLES[kind].file, ...access },
    },
    {
      path: `${path}/:id`,
      component: withRemainingTexts(() => import('./ImportPage.vue')),
      props: ({ params }) => ({ id: params.id, kind }),
      meta: { title: 'import', ...access },
    },
  ];
};

export const importsRoutes: readonly RouteRecordRaw[] = [...pagesOf('products'), ...pagesOf('customers')];
