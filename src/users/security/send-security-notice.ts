import { Injectable } from '@nestjs/common';
import { NO_PASSWORD } from '../../platform/access/no-password.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Recipient } from '../../platform/mail/content/mail-kinds.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';
import type { OutboxEvents } from '../../platform/outbox/outbox-event-types.js';
import { securityNotice } from './security-notice.js';

/** Mails a user a change of the security of the account. */
@Injectable()
export class SendSecurityNotice {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Mails nothing to a customer who has not set a password yet: they may not know of the account.
   *
   * @throws the errors of {@link Mailer.sendOnce}
   */
  async run(
    { userId, change, at, ...facts }: OutboxEvents['users.security-changed'],
    eventId: string,
  ): Promise<void> {
    const to = await this.database.read.row<Recipient>(
      sql`SELECT ${RECIPIENT} FROM users u WHERE u.id = ${userId} AND u.password_hash <> ${NO_PASSWORD}`,
    );
    if (to === undefined) return;
    await this.mailer.sendOnce({
      key: eventId,
      kind: 'security-notice',
      to,
      data: securityNotice(change, at, facts),
    });
  }
}
