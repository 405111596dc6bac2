import { defineErrors } from '../../platform/common/errors/define-errors.js';

export const invoiceErrors = defineErrors('orders', {
  /** The invoice can be neither read nor created: the data folder is full, read-only or missing. */
  'invoice-unavailable': {
    kind: 'unavailable',
    title: 'The invoice is temporarily unavailable',
    detail: (_: { cause: unknown }) => 'Your order is safe. Please try again in a moment.',
    extensions: () => ({ retryAfterSeconds: 30 }),
  },
});
