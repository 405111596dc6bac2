import { sql, type Transaction } from '../../platform/database/transaction.js';
import { voidEmailChanges } from '../email/email-confirmations.js';
import { endSessions } from '../sessions/sessions.js';

interface NewPassword {
  readonly userId: string;
  readonly passwordHash: string;
  readonly now: number;
  /** Session that stays open. */
  readonly keepSession?: string;
}

/**
 * Sets a password and revokes all that the old one granted: access tokens, sessions, pending password resets, and changes of the
 * e-mail address that are not confirmed yet.
 */
export async function setPassword(
  tx: Transaction,
  { userId, passwordHash, now, keepSession }: NewPassword,
): Promise<void> {
  await tx.execute(sql`
    UPDATE users SET password_hash = ${passwordHash}, token_version = token_version + 1 WHERE id = ${userId}`);
  await voidPasswordResets(tx, userId, now);
  await voidEmailChanges(tx, userId, now);
  await endSessions(tx, userId, now, keepSession);
}

/** Voids the pending password resets of a user. */
export async function voidPasswordResets(tx: Transaction, userId: string, now: number): Promise<void> {
  await tx.execute(
    sql`UPDATE password_resets SET used_at = ${now} WHERE user_id = ${userId} AND used_at IS NULL`,
  );
}
