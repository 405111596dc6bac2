import type { ImportKind } from './imports';

/** What the pages of the imports differ in. */
interface KindOfImport {
  /** The page that lists them. */
  readonly path: string;
  /** The page to which that one belongs, and the key of its title. */
  readonly parent: string;
  readonly parentTitle: 'products' | 'users' | 'orders';
  /** The page that shows what was imported. */
  readonly result: string;
  /** Columns of the template. */
  readonly columns: readonly string[];
}

export const KINDS: Readonly<Record<ImportKind, KindOfImport>> = {
  products: {
    path: '/products/imports',
    parent: '/products',
    parentTitle: 'products',
    result: '/products?sort=newest',
    columns: [
      ...[
        'section',
        'name',
        'unitType',
        'price',
        'mrp',
        'taxClass',
        'hsn',
        'netContent',
        'quantityStep',
        'lowStockThreshold',
        'maxPerOrder',
        'brand',
      ],
      ...[
        'sku',
        'barcodes',
        'otherNames',
        'description',
        'manufacturedOn',
        'bestBefore',
        'published',
        'delivery',
        'counted',
      ],
    ],
  },
  customers: {
    path: '/users/imports',
    parent: '/users',
    parentTitle: 'users',
    result: '/users',
    columns: [
      ...['email', 'name', 'phone', 'line1', 'line2', 'city', 'postalCode', 'state', 'locale', 'note'],
      'username',
    ],
  },
  orders: {
    path: '/orders/imports',
    parent: '/orders',
    parentTitle: 'orders',
    result: '/orders',
    columns: [
      ...['order', 'orderedAt', 'email', 'name', 'section', 'quantity', 'unitType', 'price', 'lineTotal'],
      ...['status', 'recipient', 'phone', 'line1', 'line2', 'city', 'postalCode', 'state', 'note'],
    ],
  },
};
