import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import { Database } from '../../platform/database/database.js';
import { User } from '../user.entity.js';
import { userErrors } from '../users.errors.js';
import { Passwords } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Confirms a sensitive request with the password, in case another person uses the signed-in device. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Returns the user if the password is correct.
   *
   * @throws auth.too-many-attempts, and request.rule-broken if the password is wrong
   */
  async run(actor: AuthenticatedUser, currentPassword: string): Promise<User> {
    const user = await this.database.read.entities.findOneBy(User, { id: actor.id });
    if (user === null) throw userErrors['not-found']();
    const guesser = { sessionId: actor.sessionId };
    await this.attempts.registerAttempt(guesser);
    if (!(await this.passwords.matches(currentPassword, user.passwordHash))) {
      await this.database.transaction((tx) =>
        this.audit.record(tx, actor, {
          action: 'users.password-refused',
          subject: { type: 'user', id: user.id },
        }),
      );
      throw requestErrors['rule-broken']({
        errors: [currentPasswordError('The current password is incorrect.')],
      });
    }
    await this.database.transaction((tx) => this.attempts.registerSuccess(tx, guesser));
    return user;
  }
}

/** Builds an error for the field of the current password. */
export function currentPasswordError(message: string): { field: string; code: string; message: string } {
  return { field: 'currentPassword', code: 'users.wrong-password', message };
}
