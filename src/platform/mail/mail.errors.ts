import { DomainError } from '../common/domain-error.js';

/** Somebody else is sending the very same message. It is to be asked for again later. */
export class MailInProgress extends Error {
  override readonly name = 'MailInProgress';

  constructor(key: string) {
    super(`The message ${key} is being sent by another worker.`);
  }
}

export class MailNotFound extends DomainError {
  readonly code = 'mail.not-found';
  readonly kind = 'not-found';
  readonly title = 'There is no such mail';

  constructor() {
    super('No mail has this id.');
  }
}

/** It went out by SMTP, or was never written: the store keeps no copy of what it sends. */
export class MailNotKept extends DomainError {
  readonly code = 'mail.not-kept';
  readonly kind = 'not-found';
  readonly title = 'The mail is not kept';

  constructor() {
    super('The store keeps mails to read only where it has no SMTP server to send them by.');
  }
}
