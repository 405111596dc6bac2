import { defineErrors } from '../platform/common/errors/define-errors.js';

export const operationsErrors = defineErrors('ops', {
  /** Metrics reveal how busy the store is, and so are not public. */
  'metrics-refused': {
    kind: 'forbidden',
    title: 'Access to metrics denied',
    detail: 'Send METRICS_TOKEN, or connect from localhost.',
    audience: 'api',
  },
  /** The process runs but cannot serve: a load balancer sends requests elsewhere. */
  'not-ready': {
    kind: 'unavailable',
    title: 'The store is not ready',
    detail: 'The database does not respond.',
    extensions: () => ({ retryAfterSeconds: 2 }),
    audience: 'api',
  },
  'failure-not-found': {
    kind: 'not-found',
    title: 'Failure not found',
    detail: 'No failed event has this ID. It may have been retried already.',
  },
  'queue-away': {
    kind: 'unavailable',
    title: 'The queue does not respond',
    detail: 'The queue does not respond. Nothing has been changed.',
    extensions: () => ({ retryAfterSeconds: 5 }),
  },
});
