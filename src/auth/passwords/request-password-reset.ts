import { Injectable } from '@nestjs/common';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { newId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { UsersService } from '../../users/admin/users.service.js';
import { mailedTokenHash } from '../../users/mailed-token.js';
import type { User } from '../../users/user.entity.js';
import { PASSWORD_RESET_TTL_MS, passwordResetToken } from './password-reset-token.js';

/** Maximum number of open resets per user, so that a mailbox cannot be flooded. */
const MAX_OPEN_RESETS = 3;

/** Enqueues a mail with a one-time token for a user who has forgotten the password. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** Reveals neither by its result nor by its duration whether the account exists. */
  async run(email: string, { requestId }: RequestInfo): Promise<void> {
    const user = await this.users.findByLogin(email);
    const mayReset = user !== undefined && user.status !== 'suspended';
    await this.database.transaction(async (tx) => {
      if (mayReset) await this.enqueueMail(tx, user);
      await this.audit.record(
        tx,
        { id: null, requestId },
        {
          action: 'auth.password-reset-asked',
          subject: { type: 'user', id: user?.id ?? null },
        },
      );
    });
  }

  private async enqueueMail(tx: Transaction, user: User): Promise<void> {
    const now = this.clock.now();
    // The links of invitations work for longer, and do not count.
    const openResets = await tx.rows(sql`
      SELECT id FROM password_resets
      WHERE user_id = ${user.id} AND used_at IS NULL AND expires_at > ${now} AND expires_at <= ${now + PASSWORD_RESET_TTL_MS}`);
    if (openResets.length >= MAX_OPEN_RESETS) return;
    const id = newId();
    const hash = mailedTokenHash(passwordResetToken(this.config.jwtSecret, id));
    await tx.execute(sql`
      INSERT INTO password_resets (id, token_hash, user_id, created_at, expires_at)
      VALUES (${id}, ${hash}, ${user.id}, ${now}, ${now + PASSWORD_RESET_TTL_MS})`);
    await this.outbox.add(tx, [
      { type: 'auth.password-forgotten', subject: `user:${user.id}`, payload: { passwordResetId: id } },
    ]);
  }
}
