import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { SYSTEM_ACTOR } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { requestErrors } from '../../platform/common/common.errors.js';
import type { FieldError } from '../../platform/common/errors/domain-error.js';
import { newId } from '../../platform/common/id.js';
import { hasHiddenCharacters } from '../../platform/common/text.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { insertUser, type NewUser } from '../new-user.js';
import { passwordErrors } from '../passwords/password-policy.js';
import { Passwords, randomPassword } from '../passwords/passwords.js';
import { USERNAME } from '../user-fields.js';

export interface NewAdmin {
  readonly username: string;
  readonly email: string;
  /** Defaults to a random password. */
  readonly password?: string | undefined;
}

/** Creates an admin for an operator at the command line. */
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
   * Returns the password too, to be shown once.
   *
   * @throws users.username-taken, users.email-taken, and request.rule-broken if a field is invalid
   */
  async run({
    username,
    email,
    password = randomPassword(),
  }: NewAdmin): Promise<{ username: string; password: string }> {
    const errors = [
      ...identityErrors(username, email),
      ...(await passwordErrors('password', password, username)),
    ];
    if (errors.length > 0) throw requestErrors['rule-broken']({ errors });
    const admin = await this.prepare(username, email, password);
    await this.database.transaction((tx) => this.insert(tx, admin));
    return { username, password };
  }

  /** Builds the row of an admin. Hashing the password is too slow for a transaction. */
  async prepare(username: string, email: string, password: string): Promise<NewUser> {
    const now = this.clock.now();
    return {
      id: newId(),
      username,
      email,
      // The operator knows whose it is.
      emailConfirmedAt: now,
      displayName: username,
      passwordHash: await this.passwords.hash(password),
      role: 'admin',
      status: 'approved',
      locale: this.config.store.locale,
      createdAt: now,
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

function identityErrors(username: string, email: string): FieldError[] {
  const errors = [];
  if (!USERNAME.test(username)) {
    const message = 'A username has 3 to 32 letters, digits, dots, underscores or hyphens.';
    errors.push({ field: 'username', code: 'users.username-malformed', message });
  }
  if (!isEmail(email, { require_tld: false }) || hasHiddenCharacters(email)) {
    errors.push({
      field: 'email',
      code: 'users.email-malformed',
      message: 'This is not a valid e-mail address.',
    });
  }
  return errors;
}
