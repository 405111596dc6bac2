import type { Role } from '../../platform/access/roles.js';
import type { ColumnRules } from '../columns/column-rules.js';
import { CUSTOMER_COLUMNS } from '../columns/customer-columns.js';
import { ORDER_COLUMNS } from '../columns/order-columns.js';
import { PRODUCT_COLUMNS } from '../columns/product-columns.js';

/** What a file holds. */
export const IMPORT_KINDS = ['products', 'customers', 'orders'] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The columns of each kind of file. */
export const COLUMN_RULES: Readonly<Record<ImportKind, ColumnRules>> = {
  products: PRODUCT_COLUMNS,
  customers: CUSTOMER_COLUMNS,
  orders: ORDER_COLUMNS,
};

const STAFF: readonly Role[] = ['store_manager', 'admin'];

/** Who may import a kind of file: managers see no e-mail address of a customer. */
const ROLES: Readonly<Record<ImportKind, readonly Role[]>> = {
  products: STAFF,
  customers: ['admin'],
  orders: ['admin'],
};

/** Returns the kinds of files that a role may import. */
export function kindsOf(role: Role): ImportKind[] {
  return IMPORT_KINDS.filter((kind) => ROLES[kind].includes(role));
}
