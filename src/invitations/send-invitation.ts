import { Injectable } from '@nestjs/common';
import { passwordResetToken } from '../auth/passwords/password-reset-token.js';
import { Clock } from '../platform/common/clock.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import type { Recipient } from '../platform/mail/content/mail-kinds.js';
import { Mailer } from '../platform/mail/mailer.js';
import { RECIPIENT } from '../platform/mail/recipient-query.js';
import { INVITATION_DAYS, IS_INVITABLE } from './invitations.js';

/** Mails a customer the link that sets the first password. */
@Injectable()
export class SendInvitation {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Does nothing if the link is no longer valid or needed. @throws the errors of {@link Mailer.sendOnce} */
  async run(passwordResetId: string, eventId: string): Promise<void> {
    const to = await this.database.read.row<Recipient>(sql`
      SELECT ${RECIPIENT} FROM password_resets p JOIN users u ON u.id = p.user_id
      WHERE p.id = ${passwordResetId} AND p.used_at IS NULL AND p.expires_at > ${this.clock.now()} AND ${IS_INVITABLE}`);
    if (to === undefined) return;
    const token = passwordResetToken(this.config.jwtSecret, passwordResetId);
    await this.mailer.sendOnce({
      key: eventId,
      kind: 'invitation',
      to,
      data: { token, days: INVITATION_DAYS },
    });
  }
}
