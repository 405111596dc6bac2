import { DomainError } from '../platform/common/domain-error.js';

/** The metrics are not for everybody: they tell how busy the store is. */
export class MetricsForbidden extends DomainError {
  readonly code = 'ops.metrics-refused';
  readonly kind = 'forbidden';
  readonly title = 'The metrics are not for you';

  constructor() {
    super('They are told to who sends the token of the store, and without one to this machine alone.');
  }
}

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

export class QueueUnavailable extends DomainError {
  readonly code = 'ops.queue-away';
  readonly kind = 'unavailable';
  readonly title = 'The queue does not answer';

  constructor() {
    super('The queue does not answer, so nothing has been changed.', { retryAfterSeconds: 5 });
  }
}
