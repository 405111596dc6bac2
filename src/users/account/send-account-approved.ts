import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Recipient } from '../../platform/mail/content/mail-kinds.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';

/** Tells somebody that an admin has approved the account. */
@Injectable()
export class SendAccountApproved {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  /** Does nothing where it was suspended meanwhile. @throws what {@link Mailer.sendOnce} throws */
  async run(userId: string, eventId: string): Promise<void> {
    const user = await this.database.read.row<Recipient & { readonly username: string }>(
      sql`SELECT ${RECIPIENT}, u.username FROM users u WHERE u.id = ${userId} AND u.status = 'approved'`,
    );
    if (user === undefined) return;
    const { username, ...to } = user;
    await this.mailer.sendOnce({ key: eventId, kind: 'account-approved', to, data: { username } });
  }
}
