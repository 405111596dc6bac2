import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { join, sql, type ReadConnection, type Transaction } from '../../platform/database/transaction.js';
import { MAX_NOTES, type CustomerNoteView } from '../customers.dto.js';

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

/** A note to store. */
export interface NewNote {
  readonly id: string;
  readonly customerId: string;
  readonly authorId: string;
  readonly text: string;
  readonly createdAt: number;
}

/** Stores up to a few hundred notes in one statement. */
export async function insertNotes(tx: Transaction, notes: readonly NewNote[]): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.map(
    ({ id, customerId, authorId, text, createdAt }) =>
      sql`(${id}, ${customerId}, ${authorId}, ${text}, ${createdAt})`,
  );
  await tx.execute(
    sql`INSERT INTO customer_notes (id, customer_id, author_id, text, created_at) VALUES ${join(rows)}`,
  );
}
