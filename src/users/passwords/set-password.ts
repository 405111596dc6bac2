import { sql, type Transaction } from '../../platform/database/transaction.js';
import { endSessions } from '../sessions/sessions.js';

interface NewPassword {
  readonly userId: string;
  readonly passwordHash: string;
  readonly now: number;
  /** The one session that goes on. */
  readonly keepSession?: string;
}

/**
 * Sets a password, and ends all that the old one opened: access tokens, sessions, and what was mailed to reset it.
 */
export async function setPassword(
  tx: Transaction,
  { userId, passwordHash, now, keepSession }: NewPassword,
): Promise<void> {
  await tx.execute(sql`
    UPDATE users SET password_hash = ${passwordHash}, token_version = token_version + 1 WHERE id = ${userId}`);
  await voidPasswordResets(tx, userId, now);
  await endSessions(tx, userId, now, keepSession);
}

/** Makes void what was mailed to a user to reset the password. */
export async function voidPasswordResets(tx: Transaction, userId: string, now: number): Promise<void> {
  await tx.execute(
    sql`UPDATE password_resets SET used_at = ${now} WHERE user_id = ${userId} AND used_at IS NULL`,
  );
}
