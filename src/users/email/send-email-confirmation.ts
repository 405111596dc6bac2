import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { HOUR_MS } from '../../platform/common/durations.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Recipient } from '../../platform/mail/content/mail-kinds.js';
import { Mailer, type MailMessage } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';
import { mailedToken } from '../mailed-token.js';
import { securityNotice } from '../security/security-notice.js';
import { EMAIL_CONFIRMATION_TTL_MS } from './email-confirmations.js';

interface OpenConfirmation extends Recipient {
  readonly newAddress: string;
  readonly createdAt: number;
}

/** Mails the link that confirms an address. If it would replace another one, that one is notified as well. */
@Injectable()
export class SendEmailConfirmation {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Does nothing if the link is no longer valid. @throws the errors of {@link Mailer.sendEach} */
  async run(emailConfirmationId: string, eventId: string): Promise<void> {
    const confirmation = await this.database.read.row<OpenConfirmation>(sql`
      SELECT ${RECIPIENT}, c.email AS "newAddress", c.created_at AS "createdAt"
      FROM email_confirmations c JOIN users u ON u.id = c.user_id
      WHERE c.id = ${emailConfirmationId} AND c.closed_at IS NULL AND c.expires_at > ${this.clock.now()}
        AND u.status <> 'suspended'`);
    if (confirmation === undefined) return;
    const { newAddress, createdAt, ...owner } = confirmation;
    const isChange = newAddress !== owner.address;
    const token = mailedToken(this.config.jwtSecret, 'email-confirmation', emailConfirmationId);
    const link: MailMessage = {
      key: eventId,
      kind: 'email-confirmation',
      to: { ...owner, address: newAddress },
      data: { token, isChange, hours: EMAIL_CONFIRMATION_TTL_MS / HOUR_MS },
    };
    const notice: MailMessage = {
      key: `${eventId}:notice`,
      kind: 'security-notice',
      to: owner,
      data: securityNotice('email-change-requested', createdAt, { email: newAddress }),
    };
    await this.mailer.sendEach(isChange ? [notice, link] : [link]);
  }
}
