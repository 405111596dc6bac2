import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Recipient } from '../../platform/mail/content/mail-kinds.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { RECIPIENT } from '../../platform/mail/recipient-query.js';

interface PendingAccount {
  readonly username: string;
  readonly displayName: string;
  readonly email: string;
}

/** Mails every admin about an account that awaits approval. */
@Injectable()
export class AnnouncePendingAccount {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  /** Does nothing if the account is no longer pending. @throws the errors of {@link Mailer.sendEach} */
  async run(userId: string, eventId: string): Promise<void> {
    const data = await this.database.read.row<PendingAccount>(sql`
      SELECT username, display_name AS "displayName", email FROM users WHERE id = ${userId} AND status = 'pending'`);
    if (data === undefined) return;
    const admins = await this.database.read.rows<Recipient>(
      sql`SELECT ${RECIPIENT} FROM users u WHERE u.role = 'admin' AND u.status = 'approved' ORDER BY u.id`,
    );
    await this.mailer.sendEach(
      admins.map((to) => ({ key: `${eventId}:${to.userId ?? ''}`, kind: 'account-pending', to, data })),
    );
  }
}
