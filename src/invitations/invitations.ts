import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor.js';
import { NO_PASSWORD } from '../platform/access/no-password.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { DAY_MS } from '../platform/common/durations.js';
import { newId } from '../platform/common/id.js';
import { Config } from '../platform/config/config.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { passwordResetToken } from '../auth/passwords/password-reset-token.js';
import { mailedTokenHash } from '../users/mailed-token.js';

/** Number of days for which the link of an invitation works. */
export const INVITATION_DAYS = 14;

/**
 * Condition that a customer `u` can be invited: neither suspended nor staff, and without a password. A customer who has set one
 * has found the way in.
 */
export const IS_INVITABLE = sql`u.role = 'user' AND u.status = 'approved' AND u.password_hash = ${NO_PASSWORD}`;

/** Records who has been invited, with the links that set a first password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** Notes customers that an import has added, to be invited when a member of staff says so. */
  async await(tx: Transaction, importId: string, userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    const rows = userIds.map((userId) => sql`(${userId}, ${importId}, 0)`);
    await tx.execute(sql`INSERT INTO invitations (user_id, import_id, times) VALUES ${join(rows)}`);
  }

  /**
   * Writes the links of up to a few hundred customers who have been marked as invited, and the events that mail them. The
   * links are those of a forgotten password, and work for longer.
   */
  async add(tx: Transaction, actor: Actor, userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    const now = this.clock.now();
    const links = userIds.map((userId) => ({ id: newId(), userId }));
    const rows = links.map(({ id, userId }) => {
      const hash = mailedTokenHash(passwordResetToken(this.config.jwtSecret, id));
      return sql`(${id}, ${hash}, ${userId}, ${now}, ${now + INVITATION_DAYS * DAY_MS})`;
    });
    await tx.execute(
      sql`INSERT INTO password_resets (id, token_hash, user_id, created_at, expires_at) VALUES ${join(rows)}`,
    );
    await this.outbox.add(
      tx,
      links.map(({ id, userId }) => ({
        type: 'invitations.added',
        subject: `user:${userId}`,
        payload: { passwordResetId: id },
      })),
    );
    await this.audit.recordAll(
      tx,
      actor,
      userIds.map((id) => ({ action: 'invitations.added', subject: { type: 'user', id } })),
    );
  }
}
