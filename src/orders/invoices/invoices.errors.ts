import { DomainError } from '../../platform/common/domain-error.js';

/** The invoice can neither be read nor made: the data folder is full, read-only, or gone. */
export class InvoiceUnavailable extends DomainError {
  readonly code = 'orders.invoice-unavailable';
  readonly kind = 'unavailable';
  readonly title = 'The invoice cannot be made right now';

  /** @param cause for the log */
  constructor(override readonly cause: unknown) {
    super('Your order is safe. Please try again in a moment.', { retryAfterSeconds: 30 });
  }
}
