import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { MINUTE_MS } from '../../platform/common/durations.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Recipient } from '../../platform/mail/content/mail-kinds.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';
import { PASSWORD_RESET_TTL_MS, passwordResetToken } from './password-reset-token.js';

/** Mails the link for setting a new password to a user who has forgotten the old one. */
@Injectable()
export class SendPasswordReset {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
  ) {}

  /** Does nothing if the token is no longer valid. @throws the errors of {@link Mailer.sendOnce} */
  async run(passwordResetId: string, eventId: string): Promise<void> {
    const to = await this.database.read.row<Recipient>(sql`
      SELECT ${RECIPIENT} FROM password_resets p JOIN users u ON u.id = p.user_id
      WHERE p.id = ${passwordResetId} AND p.used_at IS NULL AND p.expires_at > ${this.clock.now()}
        AND u.status <> 'suspended'`);
    if (to === undefined) return;
    const token = passwordResetToken(this.config.jwtSecret, passwordResetId);
    const minutes = PASSWORD_RESET_TTL_MS / MINUTE_MS;
    await this.mailer.sendOnce({ key: eventId, kind: 'password-reset', to, data: { token, minutes } });
  }
}
