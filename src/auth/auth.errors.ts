import { DomainError } from '../platform/common/domain-error.js';

/** No access token, or one that no longer holds. Refreshing it or signing in helps. */
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
    super('Your account does not have the role for it.');
  }
}

/** The same for a name that nobody has and for a wrong password. */
export class InvalidCredentials extends DomainError {
  readonly code = 'auth.invalid-credentials';
  readonly kind = 'unauthenticated';
  readonly title = 'You could not be signed in';

  constructor() {
    super('The name or the password is not right.');
  }
}

/** Told only to who has proved the password. */
export class AccountPending extends DomainError {
  readonly code = 'auth.account-pending';
  readonly kind = 'forbidden';
  readonly title = 'The account waits for approval';

  constructor() {
    super('An admin has to approve your account first. You will get a mail.');
  }
}

/** Told only to who has proved the password. */
export class AccountSuspended extends DomainError {
  readonly code = 'auth.account-suspended';
  readonly kind = 'forbidden';
  readonly title = 'The account is suspended';

  constructor() {
    super('Your account has been switched off. Please ask the store.');
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

/** The page that sent the request is not one of the store's. */
export class OriginRefused extends DomainError {
  readonly code = 'auth.origin-refused';
  readonly kind = 'forbidden';
  readonly title = 'The request comes from another site';

  constructor() {
    super('Only pages of the store itself may ask for this.');
  }
}

export class ResetTokenInvalid extends DomainError {
  readonly code = 'auth.reset-token-invalid';
  readonly kind = 'rule';
  readonly title = 'The link no longer works';

  constructor() {
    super('It has been used or has expired. Please ask for a new one.');
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
