import type { Role } from '../platform/access/roles.js';

/** What a table of the back office shows, as parameters of its page's address. */
interface OfficeTable {
  /** Parameters besides `size`, `sort` and `columns`, which every table has. */
  readonly parameters: readonly string[];
  /** True if only admins see the table. */
  readonly isForAdmins?: boolean;
}

/** Names of the tables whose views can be saved. */
export const TABLES = [
  'products',
  'orders',
  'users',
  'section-requests',
  'audit-log',
  'exports',
  'imports',
  'import-changes',
  'import-errors',
  'import-rows',
  'mails',
  'stock-ledger',
  'stock-sheets',
  'synonyms',
  'wishes',
  'documents',
] as const;

export type TableName = (typeof TABLES)[number];

/** The tables, with the parameters that a view of them can have. The pages of the back office name the same. */
export const OFFICE_TABLES: Readonly<Record<TableName, OfficeTable>> = {
  products: { parameters: ['q', 'section', 'published', 'stock', 'hsn'] },
  orders: { parameters: ['q', 'status', 'section', 'customer', 'from', 'to'] },
  users: { parameters: ['q', 'role', 'status', 'activity'], isForAdmins: true },
  'section-requests': { parameters: ['q', 'status', 'type'], isForAdmins: true },
  'audit-log': {
    parameters: ['q', 'kind', 'what', 'subject', 'actor', 'from', 'to'],
    isForAdmins: true,
  },
  exports: { parameters: [] },
  imports: { parameters: [] },
  'import-changes': { parameters: [] },
  'import-errors': { parameters: [] },
  'import-rows': { parameters: ['noticed'] },
  mails: { parameters: ['q', 'kind'], isForAdmins: true },
  'stock-ledger': { parameters: [] },
  'stock-sheets': { parameters: ['status'] },
  synonyms: { parameters: ['q', 'language'], isForAdmins: true },
  wishes: { parameters: ['state'] },
  documents: { parameters: ['q', 'kind', 'from', 'to'] },
};

/** Returns true if the role may see the table, and so its views. */
export function maySee(table: TableName, role: Role): boolean {
  return role === 'admin' || OFFICE_TABLES[table].isForAdmins !== true;
}
