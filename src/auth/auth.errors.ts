import { defineErrors } from '../platform/common/errors/define-errors.js';

export const authErrors = defineErrors('auth', {
  /** The access token is missing or no longer valid. Refresh it or sign in. */
  unauthenticated: {
    kind: 'unauthenticated',
    title: 'You are not signed in',
    detail: 'Please sign in first.',
  },
  forbidden: {
    kind: 'forbidden',
    title: 'You may not do this',
    detail: 'Your account does not have the required role.',
  },
  /** Identical for an unknown name and for a wrong password. */
  'invalid-credentials': {
    kind: 'unauthenticated',
    title: 'Sign-in failed',
    detail: 'The username or password is incorrect.',
  },
  /** Reported only after the password has been verified. */
  'account-pending': {
    kind: 'forbidden',
    title: 'The account is awaiting approval',
    detail: 'An admin must approve your account first. You will be notified by e-mail.',
  },
  /** Reported only after the password has been verified. */
  'account-suspended': {
    kind: 'forbidden',
    title: 'The account is suspended',
    detail: 'Your account has been suspended. Please contact the store.',
  },
  'session-ended': {
    kind: 'unauthenticated',
    title: 'The session has ended',
    detail: 'Please sign in again.',
  },
  /** The request was sent by a page of another site. */
  'origin-refused': {
    kind: 'forbidden',
    title: 'The request comes from another site',
    detail: 'Only pages of this store may send this request.',
  },
  'reset-token-invalid': {
    kind: 'rule',
    title: 'The link no longer works',
    detail: 'The link has been used or has expired. Please request a new one.',
  },
  'too-many-requests': {
    kind: 'limited',
    title: 'Too many requests',
    detail: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
      `Please try again in ${retryAfterSeconds} s.`,
    extensions: ({ retryAfterSeconds }: { retryAfterSeconds: number }) => ({ retryAfterSeconds }),
  },
});
