import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { isId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { customerErrors } from '../customers.errors.js';
import { lockCustomer } from '../locked-customer.js';
import { mayRemove } from './customer-notes.js';

interface Note {
  readonly authorId: string;
  readonly text: string;
}

/** Removes a note about a customer, for its author and for admins. The audit log keeps it. */
@Injectable()
export class RemoveNote {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws customers.not-found, customers.note-not-found, customers.note-not-own */
  async run(actor: AuthenticatedUser, customerId: string, noteId: string): Promise<void> {
    if (!isId(customerId)) throw customerErrors['not-found']();
    if (!isId(noteId)) throw customerErrors['note-not-found']();
    await this.database.transaction(async (tx) => {
      await lockCustomer(tx, customerId);
      const note = await tx.row<Note>(sql`
        SELECT author_id AS "authorId", text FROM customer_notes WHERE id = ${noteId} AND customer_id = ${customerId}`);
      if (note === undefined) throw customerErrors['note-not-found']();
      if (!mayRemove(actor, note.authorId)) throw customerErrors['note-not-own']();
      await tx.execute(sql`DELETE FROM customer_notes WHERE id = ${noteId}`);
      await this.audit.record(tx, actor, {
        action: 'customers.note-removed',
        subject: { type: 'user', id: customerId },
        before: { note: note.text },
      });
    });
  }
}
