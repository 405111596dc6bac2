import { DomainError } from '../platform/common/domain-error.js';

/** The access token is missing or no longer valid. Refresh it or sign in. */
export class Unauthenticated extends DomainError {
  readonly code = 'auth.unauthenticated';
  readonly kind = 'unauthenticated';
  readonly title = 'You are not signed in';

  constructor() {
    super('Please sign in first.');
  }
}

export class Forbidden extends DomainError {
  readonly code = 'auth.forbidden';
  readonly kind = 'forbidden';
  readonly title = 'You may not do this';

  constructor() {
    super('Your account does not have the required role.');
  }
}

/** Identical for an unknown name and for a wrong password. */
export class InvalidCredentials extends DomainError {
  readonly code = 'auth.invalid-credentials';
  readonly kind = 'unauthenticated';
  readonly title = 'Sign-in failed';

  constructor() {
    super('The username or password is incorrect.');
  }
}

/** Reported only after the password has been verified. */
export class AccountPending extends DomainError {
  readonly code = 'auth.account-pending';
  readonly kind = 'forbidden';
  readonly title = 'The account is awaiting approval';

  constructor() {
    super('An admin must approve your account first. You will be notified by e-mail.');
  }
}

/** Reported only after the password has been verified. */
export class AccountSuspended extends DomainError {
  readonly code = 'auth.account-suspended';
  readonly kind = 'forbidden';
  readonly title = 'The account is suspended';

  constructor() {
    super('Your account has been suspended. Please contact the store.');
  }
}

export class SessionEnded extends DomainError {
  readonly code = 'auth.session-ended';
  readonly kind = 'unauthenticated';
  readonly title = 'The session has ended';

  constructor() {
    super('Please sign in again.');
  }
}

/** The request was sent by a page of another site. */
export class OriginRefused extends DomainError {
  readonly code = 'auth.origin-refused';
  readonly kind = 'forbidden';
  readonly title = 'The request comes from another site';

  constructor() {
    super('Only pages of this store may send this request.');
  }
}

export class ResetTokenInvalid extends DomainError {
  readonly code = 'auth.reset-token-invalid';
  readonly kind = 'rule';
  readonly title = 'The link no longer works';

  constructor() {
    super('The link has been used or has expired. Please request a new one.');
  }
}

export class TooManyRequests extends DomainError {
  readonly code = 'auth.too-many-requests';
  readonly kind = 'limited';
  readonly title = 'Too many requests';

  constructor(retryAfterSeconds: number) {
    super(`Please try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
  }
}
