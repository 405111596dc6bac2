import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import type { DomainError } from '../../platform/common/errors/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { UsersService } from '../admin/users.service.js';
import { lockUser } from '../locked-user.js';
import { EmailConfirmations, pendingEmail, voidEmailChanges } from '../email/email-confirmations.js';
import { nameKey } from '../name-key.js';
import { ConfirmPassword, currentPasswordError } from '../passwords/confirm-password.js';
import { ownProfileView } from '../user-view.js';
import type { User } from '../user.entity.js';
import type { OwnProfileView, UpdateMeBody } from '../users.dto.js';
import { userErrors } from '../users.errors.js';

/**
 * Applies a user's edit of their account. A new e-mail address requires the password, because it will receive resets. It replaces the
 * old one when its owner confirms it.
 */
@Injectable()
export class UpdateProfile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly confirmPassword: ConfirmPassword,
    private readonly confirmations: EmailConfirmations,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws users.email-taken, users.too-many-confirmations, auth.too-many-attempts, and request.rule-broken if the password is
   * missing or wrong
   */
  async run(actor: AuthenticatedUser, body: UpdateMeBody): Promise<OwnProfileView> {
    const { email } = await this.users.view(actor.id);
    const isConfirmed = (body.email ?? email) !== email;
    if (isConfirmed) await this.confirm(actor, body.currentPassword);
    return this.database.transaction(async (tx) => {
      const user = await lockUser(tx, actor.id);
      const after = applyEdits(user, body);
      await tx.execute(sql`
        UPDATE users SET display_name = ${after.displayName}, locale = ${after.locale},
                         daily_reminder = ${after.dailyReminder}, monthly_report = ${after.monthlyReport},
                         chat_webhook = ${after.chatWebhook}, version = ${after.version}
        WHERE id = ${user.id}`);
      if (body.email !== undefined && body.email !== user.email) {
        if (!isConfirmed) throw passwordMissing();
        await this.requestEmailChange(tx, actor, body.email);
      }
      return ownProfileView(after, await pendingEmail(tx, user, this.clock.now()));
    });
  }

  private async confirm(actor: AuthenticatedUser, password: string | undefined): Promise<void> {
    if (typeof password !== 'string') throw passwordMissing();
    await this.confirmPassword.run(actor, password);
  }

  /** Refuses an address that is taken now. Whether it still is free counts when it is confirmed. */
  private async requestEmailChange(tx: Transaction, actor: AuthenticatedUser, email: string): Promise<void> {
    const owner = await tx.row(
      sql`SELECT id FROM users WHERE email_key = ${nameKey(email)} AND id <> ${actor.id}`,
    );
    if (owner !== undefined) throw userErrors['email-taken']();
    await voidEmailChanges(tx, actor.id, this.clock.now());
    await this.confirmations.add(tx, { userId: actor.id, email });
    await this.audit.record(tx, actor, {
      action: 'users.email-change-requested',
      subject: { type: 'user', id: actor.id },
      after: { email },
    });
  }
}

function applyEdits(user: User, body: UpdateMeBody): User {
  return {
    ...user,
    displayName: body.displayName ?? user.displayName,
    locale: body.locale ?? user.locale,
    dailyReminder: body.mailPreferences?.dailyReminder ?? user.dailyReminder,
    monthlyReport: body.mailPreferences?.monthlyReport ?? user.monthlyReport,
    chatWebhook: body.chatWebhook === undefined ? user.chatWebhook : body.chatWebhook,
    version: user.version + 1,
  };
}

function passwordMissing(): DomainError {
  return requestErrors['rule-broken']({
    errors: [currentPasswordError('Changing the e-mail address requires the current password.')],
  });
}
