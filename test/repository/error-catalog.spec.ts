import { authErrors } from '../../src/auth/auth.errors.js';
import { cartErrors } from '../../src/cart/cart.errors.js';
import { catalogErrors } from '../../src/catalog/catalog.errors.js';
import { customerErrors } from '../../src/customers/customers.errors.js';
import { documentErrors } from '../../src/documents/documents.errors.js';
import { importErrors } from '../../src/imports/imports.errors.js';
import { invitationErrors } from '../../src/invitations/invitations.errors.js';
import { ERROR_CATALOG } from '../../src/openapi/error-catalog.js';
import { operationsErrors } from '../../src/operations/operations.errors.js';
import { invoiceErrors } from '../../src/orders/invoices/invoices.errors.js';
import { orderErrors } from '../../src/orders/orders.errors.js';
import { requestErrors } from '../../src/platform/common/common.errors.js';
import type { DomainError } from '../../src/platform/common/errors/domain-error.js';
import { databaseErrors } from '../../src/platform/database/database.errors.js';
import { exportErrors } from '../../src/platform/exports/exports.errors.js';
import { mailErrors } from '../../src/platform/mail/mail.errors.js';
import { realtimeErrors } from '../../src/platform/realtime/realtime.errors.js';
import { pricingErrors } from '../../src/rules/pricing/pricing.errors.js';
import { savedViewErrors } from '../../src/saved-views/saved-views.errors.js';
import { sectionRequestErrors } from '../../src/section-requests/section-requests.errors.js';
import { stockErrors } from '../../src/stock/stock.errors.js';
import { stockSheetErrors } from '../../src/stock-sheets/stock-sheets.errors.js';
import { taxErrors } from '../../src/taxes/taxes.errors.js';
import { signInErrors, userErrors } from '../../src/users/users.errors.js';

const FIELD_ERROR = { field: 'name', code: 'field.is-length', message: 'Name is too long.' };
const SHORTAGE = { productId: 'a', productName: 'Milk', requested: 3, available: 1.5 };
const RATE_TOO_HIGH = { id: 'a', name: 'Milk', code: 'catalog.rate-too-high', message: 'Too high.' };
const STALE = { id: 'b', name: null, code: 'request.stale-version', message: 'Stale.', currentVersion: 2 };

const EARLIER_IMPORT = {
  importId: 'a',
  fileName: 'note.csv',
  byName: 'asha',
  appliedAt: '2026-03-01T09:30:21.000Z',
};

/** Occurrences of every error; several where the text depends on the parameters. */
const SAMPLES: readonly DomainError[] = [
  requestErrors.invalid({ errors: [FIELD_ERROR] }),
  requestErrors['rule-broken']({ errors: [FIELD_ERROR, FIELD_ERROR] }),
  requestErrors['stale-version']({ currentVersion: 7 }),
  requestErrors['too-many']({ retryAfterSeconds: 40 }),
  requestErrors['too-many-matches']({ total: 1400, max: 1000 }),
  requestErrors['idempotency-key-invalid'](),
  requestErrors['idempotency-key-reused'](),
  requestErrors['still-under-way'](),
  databaseErrors.unavailable({}),
  databaseErrors['outcome-unknown']({}),
  realtimeErrors['too-many-streams']({ max: 12 }),
  mailErrors['not-found'](),
  mailErrors['not-kept'](),
  exportErrors['not-found'](),
  exportErrors['not-allowed']({ kind: 'users' }),
  exportErrors['no-file']({ exportStatus: 'running' }),
  exportErrors['too-many']({ max: 3 }),
  pricingErrors['quantity-step']({ productName: 'Milk', quantityStep: 0.5, unitType: 'litre' }),
  pricingErrors['above-max-per-order']({ productName: 'Milk', maxQuantity: 50, unitType: 'l' }),
  pricingErrors['price-rounds-to-zero']({ productName: 'Cumin' }),
  stockSheetErrors['not-found'](),
  stockSheetErrors['not-a-draft']({ sheetStatus: 'booked' }),
  stockSheetErrors['nothing-to-book'](),
  stockSheetErrors['lines-refused']({
    lines: [{ productId: 'a', productName: 'Milk', problem: 'unit-changed' }],
  }),
  stockSheetErrors['too-many-drafts']({ max: 500 }),
  stockSheetErrors['section-empty'](),
  stockSheetErrors['section-too-large']({ max: 500 }),
  customerErrors['not-found'](),
  customerErrors['note-not-found'](),
  customerErrors['note-not-own'](),
  customerErrors.suspended(),
  customerErrors['too-many-notes']({ max: 100 }),
  invitationErrors['has-password'](),
  invitationErrors.suspended(),
  invitationErrors['too-soon']({ againAt: 0 }),
  invitationErrors['import-not-found'](),
  invitationErrors['no-customers'](),
  invitationErrors['count-changed']({ waiting: 12 }),
  userErrors['not-found'](),
  userErrors['username-taken'](),
  userErrors['email-taken'](),
  userErrors['last-admin'](),
  userErrors['session-not-found'](),
  signInErrors['too-many-attempts']({ retryAfterSeconds: 90 }),
  userErrors['unsubscribe-token-invalid'](),
  userErrors['confirmation-invalid'](),
  userErrors['too-many-confirmations']({ retryAfterSeconds: 900 }),
  authErrors.unauthenticated(),
  authErrors.forbidden(),
  authErrors['invalid-credentials'](),
  authErrors['account-pending'](),
  authErrors['account-suspended'](),
  authErrors['session-ended'](),
  authErrors['origin-refused'](),
  authErrors['reset-token-invalid'](),
  authErrors['too-many-requests']({ retryAfterSeconds: 60 }),
  stockErrors['product-not-found'](),
  stockErrors['out-of-stock']({ lines: [SHORTAGE, { ...SHORTAGE, productName: 'Cumin', available: 0 }] }),
  stockErrors['stock-below-zero']({ available: 2.5 }),
  stockErrors['count-below-promised']({ counted: 2, promised: 4, short: 2 }),
  stockErrors['stock-changed']({ quantityOnHand: 7, quantityPromised: 4, quantityAvailable: 3 }),
  stockErrors['stock-too-large'](),
  catalogErrors['section-not-found'](),
  catalogErrors['section-moved']({ location: '/api/v1/sections/dairy' }),
  catalogErrors['product-moved']({ location: '/api/v1/products/milk' }),
  catalogErrors['section-name-taken']({ name: 'Dairy' }),
  catalogErrors['section-name-taken']({ name: 'Dairy', field: 'sectionName' }),
  catalogErrors['sections-changed'](),
  catalogErrors['too-many-sections']({ max: 500 }),
  catalogErrors['synonyms-not-found'](),
  catalogErrors['too-many-synonyms']({ max: 3000 }),
  catalogErrors['wish-not-found'](),
  catalogErrors['section-not-empty']({ products: 4 }),
  catalogErrors['product-name-taken']({ name: 'Milk' }),
  catalogErrors['code-taken']({ code: '8901234567890', productName: 'Milk', field: 'barcodes.0.code' }),
  catalogErrors['code-taken']({ code: 'GB-0101' }),
  catalogErrors['unit-in-use']({
    ...{
      productName: 'Milk',
      unitWas: 'l',
      unitNow: 'pack',
      holders: ['stock', 'ledger', 'carts', 'orders'],
    },
  }),
  catalogErrors['bulk-change-refused']({ products: [RATE_TOO_HIGH] }),
  catalogErrors['bulk-change-refused']({ products: [RATE_TOO_HIGH, STALE] }),
  catalogErrors['image-not-readable'](),
  catalogErrors['image-too-large'](),
  catalogErrors['image-too-many-pixels']({ megapixels: 101, max: 40 }),
  catalogErrors['image-under-way'](),
  catalogErrors['images-busy'](),
  catalogErrors['language-not-found'](),
  taxErrors['class-not-found'](),
  taxErrors['code-taken']({ code: 'gst-18' }),
  taxErrors['too-many-classes']({ max: 200 }),
  taxErrors['rate-in-use']({ today: '2026-12-02' }),
  taxErrors['class-in-use']({ products: 3, isOrdered: false, isInSettings: true }),
  cartErrors['too-large']({ maxLines: 200 }),
  cartErrors['unit-changed']({ productName: 'Milk', unitWas: 'l', unitNow: 'pack' }),
  orderErrors['not-found'](),
  orderErrors['cart-empty'](),
  orderErrors['price-changed']({
    expectedTotal: 4_200,
    cart: {
      items: [],
      subtotal: 4_500,
      charges: [],
      total: 4_500,
      includedTax: null,
      notInTotal: [],
      currency: 'INR',
    },
  }),
  orderErrors['products-gone']({ lines: [SHORTAGE, { productId: 'b', productName: 'Cumin' }] }),
  orderErrors['units-changed']({
    lines: [{ productId: 'a', productName: 'Milk', unitWas: 'l', unitNow: 'pack' }],
  }),
  orderErrors['too-many']({ limit: 'orders', max: 20, retryAfterSeconds: 610 }),
  orderErrors['too-many']({ limit: 'units', max: 3000, retryAfterSeconds: 60 }),
  orderErrors['too-large']({ maxUnits: 3000 }),
  orderErrors['transition-not-allowed']({
    from: 'packed',
    to: 'placed',
    allowed: ['out_for_delivery', 'cancelled'],
  }),
  orderErrors['undo-not-possible']({ why: 'moved-on' }),
  orderErrors['undo-not-possible']({ why: 'too-late' }),
  orderErrors['undo-not-possible']({ why: 'for-good' }),
  orderErrors['not-discountable']({ status: 'delivered' }),
  orderErrors['discount-too-high']({ max: 15_000 }),
  orderErrors['too-many-discounts']({ max: 10 }),
  orderErrors['discount-not-found'](),
  orderErrors['idempotency-key-missing'](),
  orderErrors['idempotency-key-reused'](),
  orderErrors['still-under-way'](),
  invoiceErrors['invoiced-elsewhere'](),
  invoiceErrors['invoice-unavailable']({ cause: new Error('no space') }),
  documentErrors['not-found'](),
  documentErrors['legal-missing']({ fields: ['legal.taxNumber'] }),
  documentErrors['legal-missing']({ fields: ['legal.name', 'legal.address.line1', 'legal.taxNumber'] }),
  documentErrors['total-differs']({ number: '7K3M-92QX-4F', billed: 16_200, total: 16_300 }),
  documentErrors['already-issued'](),
  documentErrors['nothing-left']({ rests: [{ lineId: 'a', rest: 4_500 }] }),
  documentErrors['credit-too-small']({ lineId: 'a', min: 100 }),
  documentErrors['not-a-sale'](),
  documentErrors['line-not-found']({ lineId: 'a' }),
  documentErrors['file-unavailable']({ cause: new Error('no space') }),
  savedViewErrors['not-found'](),
  savedViewErrors['table-not-allowed'](),
  savedViewErrors['not-own'](),
  savedViewErrors['name-taken']({ name: 'To pack' }),
  savedViewErrors['too-many']({ max: 50 }),
  savedViewErrors['too-many-shared']({ max: 100 }),
  sectionRequestErrors['not-found'](),
  sectionRequestErrors['type-not-allowed']({ requestType: 'rename' }),
  sectionRequestErrors['already-decided']({ requestStatus: 'approved' }),
  sectionRequestErrors['section-changed']({ sectionVersion: null }),
  sectionRequestErrors['section-changed']({ sectionVersion: 3 }),
  importErrors['not-found'](),
  importErrors['too-large']({ megabytes: 20 }),
  importErrors['not-readable'](),
  importErrors['no-room'](),
  importErrors['too-many']({ max: 3 }),
  importErrors['not-cancellable']({ importStatus: 'applying' }),
  importErrors['already-applied'](),
  importErrors['file-applied-before']({ earlier: EARLIER_IMPORT }),
  importErrors['file-applied-before']({ earlier: { ...EARLIER_IMPORT, appliedAt: null } }),
  importErrors['rates-unconfirmed']({ rateChanges: 3 }),
  importErrors['not-applicable']({ importStatus: 'failed' }),
  importErrors['file-gone'](),
  importErrors['not-own'](),
  importErrors['not-checkable']({ importStatus: 'applying' }),
  operationsErrors['metrics-refused'](),
  operationsErrors['not-ready']({ failed: ['database'] }),
  operationsErrors['failure-not-found'](),
  operationsErrors['queue-away'](),
];

const CODES = [...new Set(SAMPLES.map(({ code }) => code))].sort();

it('samples every error of the catalog', () => {
  const entries = Object.values(ERROR_CATALOG).flatMap((table) => Object.values(table));
  expect(entries.map(({ code }) => code).sort()).toEqual(CODES);
});

it.each(CODES)('keeps the kind, title and details of %s', (code) => {
  const samples = SAMPLES.filter((error) => error.code === code);
  expect(
    samples.map(({ kind, title, message: detail, parameters }) => ({ kind, title, detail, parameters })),
  ).toMatchSnapshot();
});
