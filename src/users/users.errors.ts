import { DomainError } from '../platform/common/domain-error.js';

export class UserNotFound extends DomainError {
  readonly code = 'users.not-found';
  readonly kind = 'not-found';
  readonly title = 'There is no such account';

  constructor() {
    super('No account has this id or name.');
  }
}

/** Two usernames that differ in case alone are one. */
export class UsernameTaken extends DomainError {
  readonly code = 'users.username-taken';
  readonly kind = 'conflict';
  readonly title = 'The username is taken';

  constructor() {
    const message = 'Somebody has this username already. Please choose another.';
    super(message, { errors: [{ field: 'username', code: 'users.username-taken', message }] });
  }
}

export class EmailTaken extends DomainError {
  readonly code = 'users.email-taken';
  readonly kind = 'conflict';
  readonly title = 'The e-mail address is taken';

  constructor() {
    const message = 'There is an account with this e-mail address already.';
    super(message, { errors: [{ field: 'email', code: 'users.email-taken', message }] });
  }
}

/** Somebody must be left who can approve, promote and decide. */
export class LastAdmin extends DomainError {
  readonly code = 'users.last-admin';
  readonly kind = 'conflict';
  readonly title = 'The store needs an admin';

  constructor() {
    super('This is the last approved admin: make somebody else an admin first.');
  }
}

export class SessionNotFound extends DomainError {
  readonly code = 'users.session-not-found';
  readonly kind = 'not-found';
  readonly title = 'There is no such session';

  constructor() {
    super('None of your sessions that are still open has this id.');
  }
}

/** Too many wrong passwords for one account or from one address. It passes by itself. */
export class TooManyAttempts extends DomainError {
  readonly code = 'auth.too-many-attempts';
  readonly kind = 'limited';
  readonly title = 'Too many attempts';

  constructor(retryAfterSeconds: number) {
    super(`Too many attempts have failed. Please try again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    });
  }
}

/** It was not made by this store, or was cut off on its way. */
export class UnsubscribeTokenInvalid extends DomainError {
  readonly code = 'users.unsubscribe-token-invalid';
  readonly kind = 'rule';
  readonly title = 'The link does not work';

  constructor() {
    super(
      'The link to unsubscribe is incomplete or not of this store. Sign in to choose which mails you get.',
    );
  }
}
