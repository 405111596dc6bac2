import { defineErrors } from './errors/define-errors.js';
import type { FieldError } from './errors/domain-error.js';

interface FieldErrors {
  readonly errors: readonly FieldError[];
}

export const requestErrors = defineErrors('request', {
  /** The request does not have the form that the API describes. */
  invalid: {
    kind: 'malformed',
    title: 'The request is malformed',
    detail: 'See the errors of each field.',
    extensions: ({ errors }: FieldErrors) => ({ errors }),
  },
  /** A field breaks a rule that only the store's own data can check. */
  'rule-broken': {
    kind: 'rule',
    title: 'A rule is broken',
    detail: ({ errors }: FieldErrors) => errors.map(({ message }) => message).join(' '),
    extensions: ({ errors }: FieldErrors) => ({ errors }),
  },
  /** The edit was made on a version that is no longer the newest: someone else saved first. */
  'stale-version': {
    kind: 'conflict',
    title: 'Someone else saved first',
    detail: 'It has changed since you looked at it. Load it again and repeat your change.',
    extensions: ({ currentVersion }: { currentVersion: number }) => ({ currentVersion }),
  },
  /** A selection of everything that matches filters would be larger than one change can be. */
  'too-many-matches': {
    kind: 'conflict',
    title: 'Too many rows match',
    detail: ({ total, max }: { total: number; max: number }) =>
      `${total} rows match, and at most ${max} can be selected at once. Narrow the filters.`,
    extensions: ({ total, max }: { total: number; max: number }) => ({ total, max }),
  },
  'idempotency-key-invalid': {
    kind: 'malformed',
    title: 'The Idempotency-Key is malformed',
    detail: 'An Idempotency-Key has 1 to 255 printable ASCII characters.',
    audience: 'api',
  },
  /** The key belongs to another operation or another body of the same user. */
  'idempotency-key-reused': {
    kind: 'rule',
    title: 'The Idempotency-Key was used for another request',
    detail: 'This key was already used for another request. Another act needs a new key.',
    audience: 'api',
  },
  /** A request with the same key is being processed. */
  'still-under-way': {
    kind: 'conflict',
    title: 'This request is still in progress',
    detail: 'A request with this key is being processed. Try again in a moment.',
    extensions: () => ({ retryAfterSeconds: 1 }),
  },
  /** The account or the address has sent more requests of this kind than its limit allows. */
  'too-many': {
    kind: 'limited',
    title: 'Too many requests',
    detail: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
      `You have sent many requests of this kind. Please try again in ${retryAfterSeconds} s.`,
    extensions: ({ retryAfterSeconds }: { retryAfterSeconds: number }) => ({ retryAfterSeconds }),
  },
});
