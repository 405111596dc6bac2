import { defineErrors } from '../common/errors/define-errors.js';

/** Another worker is sending the same message. Retry later. */
export class MailInProgress extends Error {
  override readonly name = 'MailInProgress';

  constructor(key: string) {
    super(`Another worker is sending message ${key}.`);
  }
}

export const mailErrors = defineErrors('mail', {
  'not-found': {
    kind: 'not-found',
    title: 'There is no such mail',
    detail: 'No mail has this id.',
  },
  /** The mail was sent by SMTP or never written: the store keeps no copy of sent mails. */
  'not-kept': {
    kind: 'not-found',
    title: 'The mail content is not stored',
    detail: 'The content of mails is stored only if the store has no SMTP server.',
  },
});
