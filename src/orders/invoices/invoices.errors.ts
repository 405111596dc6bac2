import { DomainError } from '../../platform/common/domain-error.js';

/** The invoice can be neither read nor created: the data folder is full, read-only or missing. */
export class InvoiceUnavailable extends DomainError {
  readonly code = 'orders.invoice-unavailable';
  readonly kind = 'unavailable';
  readonly title = 'The invoice is temporarily unavailable';

  /** @param cause written to the log only */
  constructor(override readonly cause: unknown) {
    super('Your order is safe. Please try again in a moment.', { retryAfterSeconds: 30 });
  }
}
