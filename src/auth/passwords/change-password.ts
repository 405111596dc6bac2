import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { Database } from '../../platform/database/database.js';
import { lockUser } from '../../users/locked-user.js';
import { ConfirmPassword, currentPasswordError } from '../../users/passwords/confirm-password.js';
import { passwordErrors } from '../../users/passwords/password-policy.js';
import { Passwords } from '../../users/passwords/passwords.js';
import { setPassword } from '../../users/passwords/set-password.js';
import { SecurityNotices } from '../../users/security/security-notices.js';
import type { AccessTokenView, ChangePasswordBody } from '../auth.dto.js';
import { AccessTokens } from '../sessions/access-tokens.js';

/** Changes the signed-in user's password. Ends all other sessions; this one continues with a new access token. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly confirmPassword: ConfirmPassword,
    private readonly passwords: Passwords,
    private readonly accessTokens: AccessTokens,
    private readonly notices: SecurityNotices,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws auth.too-many-attempts, and request.rule-broken if the current password is wrong or the new one weak */
  async run(actor: AuthenticatedUser, body: ChangePasswordBody): Promise<AccessTokenView> {
    const errors = await passwordErrors('newPassword', body.newPassword, actor.username);
    if (errors.length > 0) throw requestErrors['rule-broken']({ errors });
    const confirmed = await this.confirmPassword.run(actor, body.currentPassword);
    const passwordHash = await this.passwords.hash(body.newPassword);
    const tokenVersion = await this.database.transaction(async (tx) => {
      const user = await lockUser(tx, actor.id);
      if (user.passwordHash !== confirmed.passwordHash) {
        throw requestErrors['rule-broken']({
          errors: [currentPasswordError('The password was changed a moment ago.')],
        });
      }
      await setPassword(tx, {
        userId: user.id,
        passwordHash,
        now: this.clock.now(),
        keepSession: actor.sessionId,
      });
      await this.notices.add(tx, user.id, { change: 'password-changed' });
      await this.audit.record(tx, actor, {
        action: 'users.password-changed',
        subject: { type: 'user', id: user.id },
      });
      return user.tokenVersion + 1;
    });
    return this.accessTokens.issue(actor.id, actor.sessionId, tokenVersion);
  }
}
