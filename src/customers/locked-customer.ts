import type { UserStatus } from '../platform/access/roles.js';
import { isId } from '../platform/common/id.js';
import { sql, type Transaction } from '../platform/database/transaction.js';
import { customerErrors } from './customers.errors.js';

/**
 * Locks a customer until the transaction ends, so that what belongs to them is counted and changed by one at a time. Returns the
 * status of the account.
 *
 * @throws customers.not-found, also for a member of staff
 */
export async function lockCustomer(tx: Transaction, id: string): Promise<UserStatus> {
  const row = isId(id)
    ? await tx.row<{ status: UserStatus }>(
        sql`SELECT status FROM users WHERE id = ${id} AND role = 'user' ${tx.forUpdate}`,
      )
    : undefined;
  if (row === undefined) throw customerErrors['not-found']();
  return row.status;
}
