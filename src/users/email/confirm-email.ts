import { Injectable } from '@nestjs/common';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { isError } from '../../platform/common/errors/define-errors.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { lockUser } from '../locked-user.js';
import { mailedTokenHash } from '../mailed-token.js';
import { nameKey } from '../name-key.js';
import { mapUniqueViolations } from '../new-user.js';
import { voidPasswordResets } from '../passwords/set-password.js';
import type { User } from '../user.entity.js';
import { userErrors } from '../users.errors.js';
import { emailSubject } from './email-confirmations.js';
import type { ConfirmedEmailView } from './email.dto.js';

interface OpenConfirmation {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
}

/**
 * Confirms an address with the mailed token. A new address replaces the old one only now: until then, the old one signs in and
 * receives. The token works once, and voids all others of the account.
 */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly signals: ChangeSignals,
  ) {}

  /** @throws users.confirmation-invalid, and users.email-taken if another account has the address by now */
  async run(token: string, { requestId }: RequestInfo): Promise<ConfirmedEmailView> {
    const hash = mailedTokenHash(token);
    try {
      return await this.database.transaction(async (tx) => {
        const confirmation = await this.loadOpen(tx, hash);
        const user = await lockUser(tx, confirmation.userId);
        if (user.status === 'suspended') throw userErrors['confirmation-invalid']();
        await this.close(tx, confirmation, user);
        if (confirmation.email === user.email) await this.confirm(tx, user, requestId);
        else await this.replace(tx, user, confirmation, requestId);
        this.signals.changed(tx, `user:${user.id}`);
        return { email: confirmation.email };
      });
    } catch (error) {
      // The transaction was rolled back. The link cannot succeed any more, and the profile should not wait for it.
      if (isError(error, userErrors['email-taken'])) await this.void(hash);
      throw error;
    }
  }

  private async loadOpen(tx: Transaction, hash: string): Promise<OpenConfirmation> {
    const confirmation = await tx.row<OpenConfirmation>(sql`
      SELECT id, user_id AS "userId", email FROM email_confirmations
      WHERE token_hash = ${hash} AND closed_at IS NULL AND expires_at > ${this.clock.now()}`);
    if (confirmation === undefined) throw userErrors['confirmation-invalid']();
    return confirmation;
  }

  /** Closes all links of the account. Another use of the same link may have been faster. */
  private async close(tx: Transaction, { id, email }: OpenConfirmation, user: User): Promise<void> {
    const now = this.clock.now();
    const previousEmail = email === user.email ? null : user.email;
    const used = await tx.execute(sql`
      UPDATE email_confirmations SET closed_at = ${now}, previous_email = ${previousEmail}
      WHERE id = ${id} AND closed_at IS NULL`);
    if (used === 0) throw userErrors['confirmation-invalid']();
    await tx.execute(
      sql`UPDATE email_confirmations SET closed_at = ${now} WHERE user_id = ${user.id} AND closed_at IS NULL`,
    );
  }

  private async confirm(tx: Transaction, user: User, requestId: string | null): Promise<void> {
    await tx.execute(sql`
      UPDATE users SET email_confirmed_at = ${this.clock.now()}, version = version + 1
      WHERE id = ${user.id} AND email_confirmed_at IS NULL`);
    await this.audit.record(
      tx,
      { id: user.id, requestId },
      {
        action: 'users.email-confirmed',
        subject: { type: 'user', id: user.id },
        after: { email: user.email },
      },
    );
  }

  private async replace(
    tx: Transaction,
    user: User,
    { id, email }: OpenConfirmation,
    requestId: string | null,
  ): Promise<void> {
    const now = this.clock.now();
    await mapUniqueViolations(
      tx.execute(sql`
        UPDATE users SET email = ${email}, email_key = ${nameKey(email)}, email_confirmed_at = ${now}, version = version + 1
        WHERE id = ${user.id}`),
    );
    await voidPasswordResets(tx, user.id, now);
    await this.outbox.add(tx, [
      { type: 'users.email-changed', subject: emailSubject(user.id), payload: { emailConfirmationId: id } },
    ]);
    await this.audit.record(
      tx,
      { id: user.id, requestId },
      {
        action: 'users.email-changed',
        subject: { type: 'user', id: user.id },
        before: { email: user.email },
        after: { email },
      },
    );
  }

  private async void(hash: string): Promise<void> {
    await this.database.write(sql`
      UPDATE email_confirmations SET closed_at = ${this.clock.now()} WHERE token_hash = ${hash} AND closed_at IS NULL`);
  }
}
