import type { Role, UserStatus } from '../platform/access/roles.js';
import { isUniqueViolation } from '../platform/database/database.errors.js';
import { join, sql, type Transaction } from '../platform/database/transaction.js';
import { nameKey } from './name-key.js';
import { userErrors } from './users.errors.js';

export interface NewUser {
  readonly id: string;
  readonly username: string;
  readonly email: string;
  /** Null until the owner of the address confirms it. */
  readonly emailConfirmedAt: number | null;
  readonly displayName: string;
  /** Computed before the transaction, by `Passwords`. */
  readonly passwordHash: string;
  readonly role: Role;
  readonly status: UserStatus;
  readonly locale: string;
  readonly createdAt: number;
}

/**
 * Inserts a user.
 *
 * @throws users.username-taken, users.email-taken
 */
export async function insertUser(tx: Transaction, user: NewUser): Promise<void> {
  await insertUsers(tx, [user]);
}

/** Inserts up to a few hundred users in one statement. @throws like {@link insertUser} */
export async function insertUsers(tx: Transaction, users: readonly NewUser[]): Promise<void> {
  const rows = users.map(
    (user) => sql`(
      ${user.id}, ${user.username}, ${nameKey(user.username)}, ${user.email}, ${nameKey(user.email)},
      ${user.emailConfirmedAt}, ${user.displayName}, ${user.passwordHash}, ${user.role}, ${user.status},
      ${user.locale}, 0, ${user.createdAt}, 1)`,
  );
  await mapUniqueViolations(
    tx.execute(sql`
      INSERT INTO users (id, username, username_key, email, email_key, email_confirmed_at, display_name, password_hash, role, status,
                         locale, token_version, created_at, version)
      VALUES ${join(rows)}`),
  );
}

/** Awaits a write of a username or an e-mail address. @throws users.username-taken, users.email-taken */
export async function mapUniqueViolations<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isUniqueViolation(error, 'users_username_key', 'users.username_key')) {
      throw userErrors['username-taken']();
    }
    if (isUniqueViolation(error, 'users_email_key', 'users.email_key')) throw userErrors['email-taken']();
    throw error;
  }
}
