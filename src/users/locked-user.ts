import { sql, type Transaction } from '../platform/database/transaction.js';
import { User } from './user.entity.js';
import { userErrors } from './users.errors.js';

/**
 * Locks a user until the transaction ends, and returns the current row.
 *
 * @throws users.not-found
 */
export async function lockUser(tx: Transaction, id: string): Promise<User> {
  await tx.rows(sql`SELECT id FROM users WHERE id = ${id} ${tx.forUpdate}`);
  const user = await tx.entities.findOneBy(User, { id });
  if (user === null) throw userErrors['not-found']();
  return user;
}

/**
 * Locks the approved admins until the transaction ends, and returns their number. Otherwise two transactions could each
 * remove one of the last two. Call it before {@link lockUser}: all transactions lock in the same order.
 */
export async function lockApprovedAdmins(tx: Transaction): Promise<number> {
  const admins = await tx.rows(
    sql`SELECT id FROM users WHERE role = 'admin' AND status = 'approved' ORDER BY id ${tx.forUpdate}`,
  );
  return admins.length;
}
