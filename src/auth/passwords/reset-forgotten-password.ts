import { Injectable } from '@nestjs/common';
import { NO_PASSWORD } from '../../platform/access/no-password.js';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { mailedTokenHash } from '../../users/mailed-token.js';
import { passwordErrors } from '../../users/passwords/password-policy.js';
import { Passwords } from '../../users/passwords/passwords.js';
import { setPassword } from '../../users/passwords/set-password.js';
import { SignInAttempts } from '../../users/passwords/sign-in-attempts.js';
import { SecurityNotices } from '../../users/security/security-notices.js';
import type { ResetPasswordBody } from '../auth.dto.js';
import { authErrors } from '../auth.errors.js';

interface OpenReset {
  readonly id: string;
  readonly userId: string;
  readonly username: string;
  readonly usernameKey: string;
  readonly passwordHash: string;
}

/**
 * Sets a new password with the token that was mailed. The token works once; all sessions end. It also confirms the address, which
 * received it.
 */
@Injectable()
export class ResetForgottenPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly notices: SecurityNotices,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Returns the ID of the user.
   *
   * @throws auth.reset-token-invalid, and request.rule-broken if the password is weak; the token then remains valid
   */
  async run({ token, password }: ResetPasswordBody, { requestId }: RequestInfo): Promise<string> {
    const reset = await this.loadOpenReset(token);
    const errors = await passwordErrors('password', password, reset.username);
    if (errors.length > 0) throw requestErrors['rule-broken']({ errors });
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const used = await tx.execute(sql`
        UPDATE password_resets SET used_at = ${now}
        WHERE id = ${reset.id} AND used_at IS NULL AND expires_at > ${now}`);
      if (used === 0) throw authErrors['reset-token-invalid']();
      await setPassword(tx, { userId: reset.userId, passwordHash, now });
      await tx.execute(sql`
        UPDATE users SET email_confirmed_at = ${now} WHERE id = ${reset.userId} AND email_confirmed_at IS NULL`);
      // A first password replaces none.
      if (reset.passwordHash !== NO_PASSWORD)
        await this.notices.add(tx, reset.userId, { change: 'password-reset' });
      await this.attempts.clearFailures(tx, reset.usernameKey);
      await this.audit.record(
        tx,
        { id: reset.userId, requestId },
        {
          action: 'auth.password-reset',
          subject: { type: 'user', id: reset.userId },
        },
      );
    });
    return reset.userId;
  }

  private async loadOpenReset(token: string): Promise<OpenReset> {
    const reset = await this.database.read.row<OpenReset>(sql`
      SELECT password_resets.id, users.id AS "userId", users.username, users.username_key AS "usernameKey",
             users.password_hash AS "passwordHash"
      FROM password_resets JOIN users ON users.id = password_resets.user_id
      WHERE password_resets.token_hash = ${mailedTokenHash(token)} AND password_resets.used_at IS NULL
        AND password_resets.expires_at > ${this.clock.now()}`);
    if (reset === undefined) throw authErrors['reset-token-invalid']();
    return reset;
  }
}
