import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Recipient } from '../../platform/mail/content/mail-kinds.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';

/** Mails the user whose account an admin has approved. */
@Injectable()
export class SendAccountApproved {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  /** Does nothing if the account is no longer approved. @throws the errors of {@link Mailer.sendOnce} */
  async run(userId: string, eventId: string): Promise<void> {
    const user = await this.database.read.row<Recipient & { readonly username: string }>(
      sql`SELECT ${RECIPIENT}, u.username FROM users u WHERE u.id = ${userId} AND u.status = 'approved'`,
    );
    if (user === undefined) return;
    const { username, ...to } = user;
    await this.mailer.sendOnce({ key: eventId, kind: 'account-approved', to, data: { username } });
  }
}
