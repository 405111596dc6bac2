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

export class FailureNotFound extends DomainError {
  readonly code = 'ops.failure-not-found';
  readonly kind = 'not-found';
  readonly title = 'There is no such failure';

  constructor() {
    super('Nothing of this id has failed. It may have been tried again already.');
  }
}

export class QueueAway extends DomainError {
  readonly code = 'ops.queue-away';
  readonly kind = 'unavailable';
  readonly title = 'The queue does not answer';

  constructor() {
    super('The queue does not answer, so nothing has been changed.', { retryAfterSeconds: 5 });
  }
}
