import { defineErrors } from '../platform/common/errors/define-errors.js';

/** What keeps a process from being ready, each with a sentence. */
const FAILED_CHECKS = {
  database: 'The database does not respond.',
  disk: 'The disk of the data folder is full, or cannot be written.',
  shutdown: 'The process is shutting down.',
} as const;

export type FailedCheck = keyof typeof FAILED_CHECKS;

interface NotReady {
  readonly failed: readonly FailedCheck[];
}

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
    detail: ({ failed }: NotReady) => failed.map((check) => FAILED_CHECKS[check]).join(' '),
    extensions: ({ failed }: NotReady) => ({ retryAfterSeconds: 2, failed }),
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
