import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedUser } from '../../platform/access/authenticated-user.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { TaskFiles } from '../../platform/background-tasks/task-files.js';
import { Clock } from '../../platform/common/clock.js';
import { newId } from '../../platform/common/id.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Transaction } from '../../platform/database/transaction.js';
import { attemptOf } from '../../platform/idempotency/attempt.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { lockRows, refuseRepeat } from './applied-files.js';
import { importFile } from '../import-task.js';
import type { ImportView } from '../imports.dto.js';
import { ImportsService } from '../imports.service.js';
import type { ImportKind } from '../kinds/import-kinds.js';
import { MAX_ROWS } from '../rows/file-rows.js';
import { uploadedFile, type UploadedFile } from './uploaded-file.js';

/** Accepts a file from staff. A job validates and applies it. */
@Injectable()
export class RequestImport {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly imports: ImportsService,
    private readonly files: TaskFiles,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the file on disk before any row refers to it. A repeated request with the same Idempotency-Key gets the import
   * of the first.
   * A user with too many imports is refused before the file is received, and again with the row, in case others have begun in
   * the meantime.
   *
   * @throws imports.too-many, imports.file-applied-before, the errors of {@link uploadedFile} and of the key
   */
  async run(user: AuthenticatedUser, kind: ImportKind, request: FastifyRequest): Promise<ImportView> {
    const id = newId();
    await this.database.transaction((tx) => this.imports.refuseTooMany(tx, user.id));
    let view: ImportView | undefined;
    try {
      const upload = await uploadedFile(request, (content) => this.files.write(importFile(id), content));
      const work = async (): Promise<ImportView> => {
        await this.database.transaction((tx) => this.queue(tx, user, { id, kind }, upload));
        return this.imports.view(user, id);
      };
      const attempt = attemptOf(request, upload);
      view = await (attempt === undefined ? work() : this.idempotency.run(attempt, work));
      return view;
    } finally {
      if (view?.id !== id) await this.files.remove(importFile(id));
    }
  }

  private async queue(
    tx: Transaction,
    user: AuthenticatedUser,
    { id, kind }: { readonly id: string; readonly kind: ImportKind },
    upload: UploadedFile,
  ): Promise<void> {
    const { fileName, bytes, sha256, contentSha256, flags, choice } = upload;
    const { dryRun, confirmRepeat, confirmRateChanges } = flags;
    if (!dryRun) await lockRows(tx, contentSha256);
    await this.imports.refuseTooMany(tx, user.id);
    await tx.execute(sql`
      INSERT INTO imports (id, owner_id, kind, file_name, bytes, sha256, content_sha256, dry_run, status,
                           confirmed_rate_changes, reading_choice, created_at)
      VALUES (${id}, ${user.id}, ${kind}, ${fileName}, ${bytes}, ${sha256}, ${contentSha256}, ${dryRun}, 'queued',
              ${confirmRateChanges ? MAX_ROWS : 0}, ${JSON.stringify(choice)}, ${this.clock.now()})`);
    if (!dryRun && !confirmRepeat) await refuseRepeat(tx, id);
    await this.audit.record(tx, user, {
      action: 'imports.requested',
      subject: { type: 'import', id },
      after: { kind, fileName, bytes, sha256, ...flags },
    });
    await this.outbox.add(tx, [
      { type: 'imports.requested', subject: `import:${id}`, payload: { importId: id } },
    ]);
  }
}
