import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Recipient } from '../../platform/mail/content/mail-kinds.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';
import { securityNotice } from '../security/security-notice.js';

interface ClosedConfirmation extends Recipient {
  readonly email: string;
  readonly previousEmail: string;
  readonly closedAt: number;
}

/** Mails the old and the new address of an account that one has replaced the other. */
@Injectable()
export class SendEmailChanged {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  /** @throws the errors of {@link Mailer.sendEach} */
  async run(emailConfirmationId: string, eventId: string): Promise<void> {
    const confirmation = await this.database.read.row<ClosedConfirmation>(sql`
      SELECT ${RECIPIENT}, c.email, c.previous_email AS "previousEmail", c.closed_at AS "closedAt"
      FROM email_confirmations c JOIN users u ON u.id = c.user_id
      WHERE c.id = ${emailConfirmationId} AND c.previous_email IS NOT NULL`);
    if (confirmation === undefined) return;
    const { email, previousEmail, closedAt: at, ...owner } = confirmation;
    await this.mailer.sendEach(
      [previousEmail, email].map((address) => ({
        key: `${eventId}:${address === email ? 'new' : 'old'}`,
        kind: 'security-notice',
        to: { ...owner, address },
        data: securityNotice('email-changed', at, { email }),
      })),
    );
  }
}
