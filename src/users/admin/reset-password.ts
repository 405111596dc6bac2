import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { Database } from '../../platform/database/database.js';
import { Passwords, randomPassword } from '../passwords/passwords.js';
import { setPassword } from '../passwords/set-password.js';
import { SignInAttempts } from '../passwords/sign-in-attempts.js';
import { SecurityNotices } from '../security/security-notices.js';
import { userErrors } from '../users.errors.js';
import { UsersService } from './users.service.js';

/** Sets a random password for an account, for an operator at the command line. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: UsersService,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly notices: SecurityNotices,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Returns the new password, to be shown once. Ends all sessions.
   *
   * @throws users.not-found
   */
  async run(username: string): Promise<{ username: string; password: string }> {
    const user = await this.users.findByLogin(username);
    if (user === undefined) throw userErrors['not-found']();
    const password = randomPassword();
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async (tx) => {
      await setPassword(tx, { userId: user.id, passwordHash, now: this.clock.now() });
      await this.attempts.clearFailures(tx, user.usernameKey);
      await this.notices.add(tx, user.id, { change: 'password-reset-by-operator' });
      await this.audit.record(tx, SYSTEM_ACTOR, {
        action: 'users.password-reset-by-operator',
        subject: { type: 'user', id: user.id },
      });
    });
    return { username: user.username, password };
  }
}
