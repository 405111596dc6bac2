import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { sql, type ReadConnection, type Transaction } from '../../platform/database/transaction.js';
import { MAX_NOTES, type CustomerNoteView } from '../customers.dto.js';
import { customerErrors } from '../customers.errors.js';

interface NoteRow {
  readonly id: string;
  readonly text: string;
  readonly authorId: string;
  readonly author: string;
  readonly createdAt: number;
}

/** Returns the notes about a customer, newest first. */
export async function customerNotes(
  connection: ReadConnection,
  customerId: string,
  reader: AuthenticatedUser,
): Promise<CustomerNoteView[]> {
  const rows = await connection.rows<NoteRow>(sql`
    SELECT n.id, n.text, n.author_id AS "authorId", u.display_name AS author, n.created_at AS "createdAt"
    FROM customer_notes n JOIN users u ON u.id = n.author_id
    WHERE n.customer_id = ${customerId} ORDER BY n.created_at DESC, n.id DESC LIMIT ${MAX_NOTES}`);
  return rows.map(({ authorId, createdAt, ...note }) => ({
    ...note,
    createdAt: toIsoString(createdAt),
    removable: mayRemove(reader, authorId),
  }));
}

/** Returns true for the author of a note and for admins. */
export function mayRemove({ id, role }: AuthenticatedUser, authorId: string): boolean {
  return id === authorId || role === 'admin';
}

/** Locks a customer until the transaction ends, so that their notes are counted and changed by one at a time. @throws customers.not-found */
export async function lockCustomer(tx: Transaction, id: string): Promise<void> {
  const row = await tx.row(sql`SELECT id FROM users WHERE id = ${id} AND role = 'user' ${tx.forUpdate}`);
  if (row === undefined) throw customerErrors['not-found']();
}
