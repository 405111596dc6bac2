import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { RuleBroken } from '../../platform/common/common.errors.js';
import { Database } from '../../platform/database/database.js';
import { User } from '../user.entity.js';
import { UserNotFound } from '../users.errors.js';
import { Passwords } from './passwords.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Makes sure that it is the user who asks for something weighty, not somebody at the user's device. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Gives the user whose password it is.
   *
   * @throws TooManyAttempts, and RuleBroken where the password is wrong
   */
  async run(actor: AuthenticatedUser, currentPassword: string, address: string): Promise<User> {
    const user = await this.database.read.entities.findOneBy(User, { id: actor.id });
    if (user === null) throw new UserNotFound();
    await this.attempts.begin(user.usernameKey, address);
    if (!(await this.passwords.matches(currentPassword, user.passwordHash))) {
      await this.database.transaction((tx) =>
        this.audit.record(tx, actor, {
          action: 'users.password-refused',
          subject: { type: 'user', id: user.id },
        }),
      );
      throw new RuleBroken([wrongPassword('The current password is not right.')]);
    }
    await this.database.transaction((tx) => this.attempts.succeeded(tx, user.usernameKey, address));
    return user;
  }
}

/** What is wrong with the field in which the current password is asked for. */
export function wrongPassword(message: string): { field: string; code: string; message: string } {
  return { field: 'currentPassword', code: 'users.wrong-password', message };
}
