import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import type { Recipient } from '../mail/mail-kinds.js';
import { Mailer } from '../mail/mailer.js';
import { RECIPIENT } from '../mail/recipients.js';

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
