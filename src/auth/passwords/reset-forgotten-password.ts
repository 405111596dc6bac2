import { Injectable } from '@nestjs/common';
import type { RequestInfo } from '../../platform/access/request-info.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { RuleBroken } from '../../platform/common/common.errors.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { passwordFaults } from '../../users/passwords/password-policy.js';
import { Passwords } from '../../users/passwords/passwords.js';
import { setPassword } from '../../users/passwords/set-password.js';
import { SignInAttempts } from '../../users/passwords/sign-in-attempts.js';
import type { ResetPasswordBody } from '../auth.dto.js';
import { ResetTokenInvalid } from '../auth.errors.js';
import { passwordResetTokenHash } from './password-reset-token.js';

interface OpenReset {
  readonly id: string;
  readonly userId: string;
  readonly username: string;
  readonly usernameKey: string;
}

/** Sets a new password for who has the token that was mailed. It works once, and ends all sessions. */
@Injectable()
export class ResetForgottenPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws ResetTokenInvalid, and RuleBroken where the password is weak: the token then still works */
  async run({ token, password }: ResetPasswordBody, { requestId }: RequestInfo): Promise<void> {
    const reset = await this.open(token);
    const faults = passwordFaults('password', password, reset.username);
    if (faults.length > 0) throw new RuleBroken(faults);
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const used = await tx.execute(sql`
        UPDATE password_resets SET used_at = ${now}
        WHERE id = ${reset.id} AND used_at IS NULL AND expires_at > ${now}`);
      if (used === 0) throw new ResetTokenInvalid();
      await setPassword(tx, { userId: reset.userId, passwordHash, now });
      await this.attempts.forgive(tx, reset.usernameKey);
      await this.audit.record(
        tx,
        { id: reset.userId, requestId },
        {
          action: 'auth.password-reset',
          subject: { type: 'user', id: reset.userId },
        },
      );
    });
  }

  private async open(token: string): Promise<OpenReset> {
    const reset = await this.database.read.row<OpenReset>(sql`
      SELECT password_resets.id, users.id AS "userId", users.username, users.username_key AS "usernameKey"
      FROM password_resets JOIN users ON users.id = password_resets.user_id
      WHERE password_resets.token_hash = ${passwordResetTokenHash(token)} AND password_resets.used_at IS NULL
        AND password_resets.expires_at > ${this.clock.now()}`);
    if (reset === undefined) throw new ResetTokenInvalid();
    return reset;
  }
}
