import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { TaskFiles } from '../platform/background-tasks/task-files.js';
import { Clock } from '../platform/common/clock.js';
import { newId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { sql, type Transaction } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { importFile } from './import-task.js';
import { ImportsService } from './imports.service.js';
import { uploadedProducts, type UploadedProducts } from './products/uploaded-products.js';

/** Accepts a product file from staff. A job validates and applies it. */
@Injectable()
export class RequestImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsService,
    private readonly files: TaskFiles,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the file on disk before any row refers to it. A user with too many imports is refused before the file is received,
   * and again with the row, in case others have begun in the meantime.
   *
   * @returns ID of the import
   * @throws imports.too-many, and the errors of {@link uploadedProducts}
   */
  async run(user: AuthenticatedUser, request: FastifyRequest): Promise<string> {
    const id = newId();
    await this.database.transaction((tx) => this.imports.refuseTooMany(tx, user.id));
    try {
      const upload = await uploadedProducts(request, (content) => this.files.write(importFile(id), content));
      await this.database.transaction((tx) => this.queue(tx, user, id, upload));
    } catch (error) {
      await this.files.remove(importFile(id));
      throw error;
    }
    return id;
  }

  private async queue(
    tx: Transaction,
    user: AuthenticatedUser,
    id: string,
    upload: UploadedProducts,
  ): Promise<void> {
    const { fileName, bytes, sha256, dryRun } = upload;
    await this.imports.refuseTooMany(tx, user.id);
    await tx.execute(sql`
      INSERT INTO imports (id, owner_id, file_name, bytes, sha256, dry_run, status, created_at)
      VALUES (${id}, ${user.id}, ${fileName}, ${bytes}, ${sha256}, ${dryRun}, 'queued', ${this.clock.now()})`);
    await this.audit.record(tx, user, {
      action: 'imports.requested',
      subject: { type: 'import', id },
      after: { fileName, bytes, sha256, dryRun },
    });
    await this.outbox.add(tx, [
      { type: 'imports.requested', subject: `import:${id}`, payload: { importId: id } },
    ]);
  }
}
