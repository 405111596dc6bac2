import { DomainError } from '../platform/common/domain-error.js';

/** Metrics reveal how busy the store is, and so are not public. */
export class MetricsForbidden extends DomainError {
  readonly code = 'ops.metrics-refused';
  readonly kind = 'forbidden';
  readonly title = 'Access to metrics denied';

  constructor() {
    super('Send METRICS_TOKEN, or connect from localhost.');
  }
}

/** The process runs but cannot serve: a load balancer sends requests elsewhere. */
export class NotReady extends DomainError {
  readonly code = 'ops.not-ready';
  readonly kind = 'unavailable';
  readonly title = 'The store is not ready';

  constructor() {
    super('The database does not respond.', { retryAfterSeconds: 2 });
  }
}

export class FailureNotFound extends DomainError {
  readonly code = 'ops.failure-not-found';
  readonly kind = 'not-found';
  readonly title = 'Failure not found';

  constructor() {
    super('No failed event has this ID. It may have been retried already.');
  }
}

export class QueueUnavailable extends DomainError {
  readonly code = 'ops.queue-away';
  readonly kind = 'unavailable';
  readonly title = 'The queue does not respond';

  constructor() {
    super('The queue does not respond. Nothing has been changed.', { retryAfterSeconds: 5 });
  }
}
