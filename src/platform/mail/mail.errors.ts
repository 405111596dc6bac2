import { DomainError } from '../common/domain-error.js';

/** Another worker is sending the same message. Retry later. */
export class MailInProgress extends Error {
  override readonly name = 'MailInProgress';

  constructor(key: string) {
    super(`Another worker is sending message ${key}.`);
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

/** The mail was sent by SMTP or never written: the store keeps no copy of sent mails. */
export class MailContentNotStored extends DomainError {
  readonly code = 'mail.not-kept';
  readonly kind = 'not-found';
  readonly title = 'The mail content is not stored';

  constructor() {
    super('The content of mails is stored only if the store has no SMTP server.');
  }
}
