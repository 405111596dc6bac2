import { sql, type Transaction } from '../platform/database/transaction.js';
import { User } from './user.entity.js';
import { UserNotFound } from './users.errors.js';

/**
 * The user as of now, who will not change until the transaction ends.
 *
 * @throws UserNotFound
 */
export async function lockUser(tx: Transaction, id: string): Promise<User> {
  await tx.rows(sql`SELECT id FROM users WHERE id = ${id} ${tx.forUpdate}`);
  const user = await tx.entities.findOneBy(User, { id });
  if (user === null) throw new UserNotFound();
  return user;
}

/**
 * How many admins are approved. No other transaction changes any of them until this one ends, so that two cannot each
 * take away one of the last two. To be called before {@link lockUser}: all lock in the same order.
 */
export async function lockApprovedAdmins(tx: Transaction): Promise<number> {
  const admins = await tx.rows(
    sql`SELECT id FROM users WHERE role = 'admin' AND status = 'approved' ORDER BY id ${tx.forUpdate}`,
  );
  return admins.length;
}
