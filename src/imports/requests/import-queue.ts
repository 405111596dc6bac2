import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail, type AuditRecord } from '../../platform/audit/audit-trail.js';
import { TaskFiles } from '../../platform/background-tasks/task-files.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ChangeSignals } from '../../platform/realtime/change-signals.js';
import { importFile } from '../import-task.js';
import { importErrors } from '../imports.errors.js';
import { ImportsService } from '../imports.service.js';

/** Has a job work on a stored file again: to check it or to apply it. */
@Injectable()
export class ImportQueue {
  constructor(
    private readonly imports: ImportsService,
    private readonly files: TaskFiles,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * Returns true if the file of a user's import still exists.
   *
   * @throws imports.not-found; imports.not-own for an admin, because the ledger and the audit log attribute all changes to the owner
   */
  async hasOwnFile(user: AuthenticatedUser, id: string): Promise<boolean> {
    const { ownerId } = await this.imports.view(user, id);
    if (ownerId !== user.id) throw importErrors['not-own']();
    return this.files.exists(importFile(id));
  }

  /** Requests the job in the transaction that has set the import's status to `queued`. */
  async add(
    tx: Transaction,
    user: AuthenticatedUser,
    id: string,
    entry: Omit<AuditRecord, 'subject'>,
  ): Promise<void> {
    await this.audit.record(tx, user, { ...entry, subject: { type: 'import', id } });
    await this.outbox.add(tx, [
      { type: 'imports.requested', subject: `import:${id}`, payload: { importId: id } },
    ]);
    this.signals.changed(tx, `import:${id}`);
  }
}
