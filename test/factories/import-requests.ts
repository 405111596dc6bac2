import { customersForm, newImportedCustomers, ordersForm, productsForm } from './files.js';
import { withoutInput, type RequestFactory } from './request-factory.js';
import { ofNewImport, ofNewValidatedImport } from './request-targets.js';

/** Factories of a valid request for each operation on imports. */
export const IMPORT_REQUESTS: Readonly<Record<string, RequestFactory>> = {
  listImports: withoutInput,
  importProducts: () => ({ form: productsForm('section,name\nnowhere,nothing', { dryRun: 'true' }) }),
  importCustomers: () => ({ form: customersForm('email\nnobody@example.com', { dryRun: 'true' }) }),
  importOrders: () => ({ form: ordersForm('order\n1', { dryRun: 'true' }) }),
  listImportChanges: ofNewImport,
  countImportInvitations: ofNewImport,
  inviteImportedCustomers: async ({ server, users }) => ({
    path: { id: (await newImportedCustomers(server, users.admin.id, 1)).importId },
    json: { customers: 1 },
  }),
  getImport: ofNewImport,
  downloadImportErrors: ofNewImport,
  listImportErrors: ofNewImport,
  listImportRows: ofNewImport,
  followImport: ofNewImport,
  applyImport: async (fixture, caller) => ({
    ...(await ofNewValidatedImport(fixture, caller)),
    json: { confirmRepeat: true },
  }),
  checkImport: async (fixture, caller) => ({
    ...(await ofNewValidatedImport(fixture, caller)),
    json: { decimalMark: 'point' },
  }),
  createImportSections: ofNewValidatedImport,
  cancelImport: ofNewImport,
};
