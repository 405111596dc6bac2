import { DomainError } from '../common/domain-error.js';

/** The process runs, and cannot serve: whoever balances the load sends requests elsewhere. */
export class NotReady extends DomainError {
  readonly code = 'ops.not-ready';
  readonly kind = 'unavailable';
  readonly title = 'The store is not ready';

  constructor() {
    super('The database does not answer.', { retryAfterSeconds: 2 });
  }
}
