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
import { nameKey } from '../name-key.js';
import { mapUniqueViolations } from '../new-user.js';
import { ConfirmPassword, currentPasswordError } from '../passwords/confirm-password.js';
import { voidPasswordResets } from '../passwords/set-password.js';
import { ownProfileView } from '../user-view.js';
import type { User } from '../user.entity.js';
import type { OwnProfileView, UpdateMeBody } from '../users.dto.js';

/** Applies a user's edit of their account. A new e-mail address requires the password: it receives resets. */
@Injectable()
export class UpdateProfile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly confirmPassword: ConfirmPassword,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws users.email-taken, auth.too-many-attempts, and request.rule-broken if the password is missing or wrong */
  async run(actor: AuthenticatedUser, body: UpdateMeBody): Promise<OwnProfileView> {
    const { email } = await this.users.view(actor.id);
    const isConfirmed = (body.email ?? email) !== email;
    if (isConfirmed) await this.confirm(actor, body.currentPassword);
    return this.database.transaction(async (tx) => {
      const user = await lockUser(tx, actor.id);
      const after = applyEdits(user, body);
      if (after.email !== user.email && !isConfirmed) throw passwordMissing();
      await mapUniqueViolations(
        tx.execute(sql`
          UPDATE users SET email = ${after.email}, email_key = ${after.emailKey}, display_name = ${after.displayName},
                           locale = ${after.locale}, daily_reminder = ${after.dailyReminder},
                           monthly_report = ${after.monthlyReport}, chat_webhook = ${after.chatWebhook},
                           version = ${after.version}
          WHERE id = ${user.id}`),
      );
      if (after.email !== user.email) await this.recordEmailChange(tx, actor, user.email, after.email);
      return ownProfileView(after);
    });
  }

  private async confirm(actor: AuthenticatedUser, password: string | undefined): Promise<void> {
    if (typeof password !== 'string') throw passwordMissing();
    await this.confirmPassword.run(actor, password);
  }

  private async recordEmailChange(
    tx: Transaction,
    actor: AuthenticatedUser,
    before: string,
    after: string,
  ): Promise<void> {
    await voidPasswordResets(tx, actor.id, this.clock.now());
    await this.audit.record(tx, actor, {
      action: 'users.email-changed',
      subject: { type: 'user', id: actor.id },
      before: { email: before },
      after: { email: after },
    });
  }
}

function applyEdits(user: User, body: UpdateMeBody): User {
  const email = body.email ?? user.email;
  return {
    ...user,
    email,
    // An unchanged address keeps its key: another account may have been given the address's own.
    emailKey: email === user.email ? user.emailKey : nameKey(email),
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
