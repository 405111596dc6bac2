import { DomainError } from '../platform/common/domain-error.js';

export class UserNotFound extends DomainError {
  readonly code = 'users.not-found';
  readonly kind = 'not-found';
  readonly title = 'There is no such account';

  constructor() {
    super('No account has this id or name.');
  }
}

/** Usernames that differ only in case are the same. */
export class UsernameTaken extends DomainError {
  readonly code = 'users.username-taken';
  readonly kind = 'conflict';
  readonly title = 'The username is taken';

  constructor() {
    const message = 'This username is already taken. Please choose another.';
    super(message, { errors: [{ field: 'username', code: 'users.username-taken', message }] });
  }
}

export class EmailTaken extends DomainError {
  readonly code = 'users.email-taken';
  readonly kind = 'conflict';
  readonly title = 'The e-mail address is taken';

  constructor() {
    const message = 'An account with this e-mail address already exists.';
    super(message, { errors: [{ field: 'email', code: 'users.email-taken', message }] });
  }
}

/** At least one approved admin must remain, to approve, promote and decide. */
export class LastAdmin extends DomainError {
  readonly code = 'users.last-admin';
  readonly kind = 'conflict';
  readonly title = 'The store needs an admin';

  constructor() {
    super('This is the last approved admin: make another user an admin first.');
  }
}

export class SessionNotFound extends DomainError {
  readonly code = 'users.session-not-found';
  readonly kind = 'not-found';
  readonly title = 'There is no such session';

  constructor() {
    super('You have no open session with this ID.');
  }
}

/** Too many wrong passwords for one account or from one address. The block expires by itself. */
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

/** The token was not issued by this store, or was truncated. */
export class UnsubscribeTokenInvalid extends DomainError {
  readonly code = 'users.unsubscribe-token-invalid';
  readonly kind = 'rule';
  readonly title = 'The link does not work';

  constructor() {
    super(
      'The unsubscribe link is incomplete or was not issued by this store. Sign in to choose your mails.',
    );
  }
}
