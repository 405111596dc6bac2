import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Clock } from '../../platform/common/clock.js';
import { isId, newId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { MAX_NOTES } from '../customers.dto.js';
import { customerErrors } from '../customers.errors.js';
import { lockCustomer } from '../locked-customer.js';
import { insertNotes } from './customer-notes.js';

/** Adds a note of staff about a customer. */
@Injectable()
export class AddNote {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws customers.not-found, customers.too-many-notes */
  async run(author: AuthenticatedUser, customerId: string, text: string): Promise<void> {
    if (!isId(customerId)) throw customerErrors['not-found']();
    await this.database.transaction(async (tx) => {
      await lockCustomer(tx, customerId);
      const counted = await tx.row<{ total: number }>(
        sql`SELECT count(*) AS total FROM customer_notes WHERE customer_id = ${customerId}`,
      );
      if ((counted?.total ?? 0) >= MAX_NOTES) throw customerErrors['too-many-notes']({ max: MAX_NOTES });
      await insertNotes(tx, [
        { id: newId(), customerId, authorId: author.id, text, createdAt: this.clock.now() },
      ]);
      await this.audit.record(tx, author, {
        action: 'customers.note-added',
        subject: { type: 'user', id: customerId },
        after: { note: text },
      });
    });
  }
}
