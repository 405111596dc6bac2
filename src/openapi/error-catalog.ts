import { authErrors } from '../auth/auth.errors.js';
import { cartErrors } from '../cart/cart.errors.js';
import { catalogErrors } from '../catalog/catalog.errors.js';
import { customerErrors } from '../customers/customers.errors.js';
import { importErrors } from '../imports/imports.errors.js';
import { invitationErrors } from '../invitations/invitations.errors.js';
import { operationsErrors } from '../operations/operations.errors.js';
import { invoiceErrors } from '../orders/invoices/invoices.errors.js';
import { orderErrors } from '../orders/orders.errors.js';
import { requestErrors } from '../platform/common/common.errors.js';
import type { ErrorEntry } from '../platform/common/errors/define-errors.js';
import { databaseErrors } from '../platform/database/database.errors.js';
import { exportErrors } from '../platform/exports/exports.errors.js';
import { mailErrors } from '../platform/mail/mail.errors.js';
import { realtimeErrors } from '../platform/realtime/realtime.errors.js';
import { pricingErrors } from '../rules/pricing/pricing.errors.js';
import { savedViewErrors } from '../saved-views/saved-views.errors.js';
import { sectionRequestErrors } from '../section-requests/section-requests.errors.js';
import { stockErrors } from '../stock/stock.errors.js';
import { documentErrors } from '../documents/documents.errors.js';
import { stockSheetErrors } from '../stock-sheets/stock-sheets.errors.js';
import { taxErrors } from '../taxes/taxes.errors.js';
import { signInErrors, userErrors } from '../users/users.errors.js';

/** The tables of errors of all rooms, by their name in the source. */
export const ERROR_CATALOG: Readonly<Record<string, Readonly<Record<string, ErrorEntry>>>> = {
  authErrors,
  cartErrors,
  catalogErrors,
  customerErrors,
  databaseErrors,
  documentErrors,
  exportErrors,
  importErrors,
  invitationErrors,
  invoiceErrors,
  mailErrors,
  operationsErrors,
  orderErrors,
  pricingErrors,
  realtimeErrors,
  requestErrors,
  savedViewErrors,
  sectionRequestErrors,
  signInErrors,
  stockErrors,
  stockSheetErrors,
  taxErrors,
  userErrors,
};
