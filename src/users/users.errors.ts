import { defineErrors } from '../platform/common/errors/define-errors.js';

const USERNAME_TAKEN = 'This username is already taken. Please choose another.';
const EMAIL_TAKEN = 'An account with this e-mail address already exists.';

export const userErrors = defineErrors('users', {
  'not-found': {
    kind: 'not-found',
    title: 'There is no such account',
    detail: 'No account has this id or name.',
  },
  /** Usernames that differ only in case are the same. */
  'username-taken': {
    kind: 'conflict',
    title: 'The username is taken',
    detail: USERNAME_TAKEN,
    extensions: () => ({
      errors: [{ field: 'username', code: 'users.username-taken', message: USERNAME_TAKEN }],
    }),
  },
  'email-taken': {
    kind: 'conflict',
    title: 'The e-mail address is taken',
    detail: EMAIL_TAKEN,
    extensions: () => ({ errors: [{ field: 'email', code: 'users.email-taken', message: EMAIL_TAKEN }] }),
  },
  /** The link was used, voided by a later change, has expired, or was truncated. */
  'confirmation-invalid': {
    kind: 'rule',
    title: 'The link no longer works',
    detail: 'The link has been used or has expired. Sign in to get a new one.',
  },
  'too-many-confirmations': {
    kind: 'limited',
    title: 'Too many mails',
    detail: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
      `Several mails with a link have been sent. Please look for them, or try again in ${retryAfterSeconds} s.`,
    extensions: ({ retryAfterSeconds }: { retryAfterSeconds: number }) => ({ retryAfterSeconds }),
  },
  /** At least one approved admin must remain, to approve, promote and decide. */
  'last-admin': {
    kind: 'conflict',
    title: 'The store needs an admin',
    detail: 'This is the last approved admin: make another user an admin first.',
  },
  'session-not-found': {
    kind: 'not-found',
    title: 'There is no such session',
    detail: 'You have no open session with this ID.',
  },
  /** The token was not issued by this store, or was truncated. */
  'unsubscribe-token-invalid': {
    kind: 'rule',
    title: 'The link does not work',
    detail:
      'The unsubscribe link is incomplete or was not issued by this store. Sign in to choose your mails.',
  },
});

export const signInErrors = defineErrors('auth', {
  /** Too many wrong passwords for one account or from one address. The block expires by itself. */
  'too-many-attempts': {
    kind: 'limited',
    title: 'Too many attempts',
    detail: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
      `Too many attempts have failed. Please try again in ${retryAfterSeconds} s.`,
    extensions: ({ retryAfterSeconds }: { retryAfterSeconds: number }) => ({ retryAfterSeconds }),
  },
});
