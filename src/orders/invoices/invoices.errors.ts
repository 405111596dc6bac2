import { defineErrors } from '../../platform/common/errors/define-errors.js';

export const invoiceErrors = defineErrors('orders', {
  /** The order was imported: the system that the store used before has issued its invoice. */
  'invoiced-elsewhere': {
    kind: 'not-found',
    title: 'No invoice of this store',
    detail: 'The order is from the system that the store used before, which has issued its invoice.',
  },
  /** The invoice can be neither read nor created: the data folder is full, read-only or missing. */
  'invoice-unavailable': {
    kind: 'unavailable',
    title: 'The invoice is temporarily unavailable',
    detail: (_: { cause: unknown }) => 'Your order is safe. Please try again in a moment.',
    extensions: () => ({ retryAfterSeconds: 30 }),
  },
});
