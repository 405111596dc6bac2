import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { SYSTEM_ACTOR } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { RuleBroken } from '../../platform/common/common.errors.js';
import type { FieldError } from '../../platform/common/domain-error.js';
import { newId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { insertUser, type NewUser } from '../new-user.js';
import { passwordFaults } from '../passwords/password-policy.js';
import { Passwords, randomPassword } from '../passwords/passwords.js';
import { USERNAME } from '../user-fields.js';

export interface NewAdmin {
  readonly username: string;
  readonly email: string;
  /** A random one where it is left out. */
  readonly password?: string | undefined;
}

/** An operator's way to an admin, by the command line. */
@Injectable()
export class CreateAdmin {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Gives the password as well, to be shown once.
   *
   * @throws UsernameTaken, EmailTaken, and RuleBroken where a field will not do
   */
  async run({
    username,
    email,
    password = randomPassword(),
  }: NewAdmin): Promise<{ username: string; password: string }> {
    const faults = [...nameFaults(username, email), ...passwordFaults('password', password, username)];
    if (faults.length > 0) throw new RuleBroken(faults);
    const admin = await this.prepare(username, email, password);
    await this.database.transaction((tx) => this.insert(tx, admin));
    return { username, password };
  }

  /** The row of an admin, whose password takes too long to hash for a transaction. */
  async prepare(username: string, email: string, password: string): Promise<NewUser> {
    return {
      id: newId(),
      username,
      email,
      displayName: username,
      passwordHash: await this.passwords.hash(password),
      role: 'admin',
      status: 'approved',
      locale: this.config.store.locale,
      createdAt: this.clock.now(),
    };
  }

  async insert(tx: Transaction, admin: NewUser): Promise<void> {
    await insertUser(tx, admin);
    await this.audit.record(tx, SYSTEM_ACTOR, {
      action: 'users.admin-created',
      subject: { type: 'user', id: admin.id },
      after: { username: admin.username },
    });
  }
}

function nameFaults(username: string, email: string): FieldError[] {
  const faults = [];
  if (!USERNAME.test(username)) {
    const message = 'A username has 3 to 32 letters, digits, dots, underscores or hyphens.';
    faults.push({ field: 'username', code: 'users.username-malformed', message });
  }
  if (!isEmail(email, { require_tld: false })) {
    faults.push({ field: 'email', code: 'users.email-malformed', message: 'This is no e-mail address.' });
  }
  return faults;
}
