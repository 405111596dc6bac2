import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { newId } from '../platform/common/id.js';
import { Database } from '../platform/database/database.js';
import { sql, type Transaction } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ImportFiles } from './import-files.js';
import { TooManyImports } from './imports.errors.js';
import { uploadedProducts, type UploadedProducts } from './products/uploaded-products.js';

const MAX_PENDING_PER_USER = 5;

/** Accepts a product file from staff. A job validates and applies it. */
@Injectable()
export class RequestImport {
  constructor(
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the file on disk before any row refers to it.
   *
   * @returns ID of the import
   * @throws TooManyImports, and the errors of {@link uploadedProducts}
   */
  async run(user: AuthenticatedUser, request: FastifyRequest): Promise<string> {
    const id = newId();
    try {
      const upload = await uploadedProducts(request, (content) => this.files.store(id, content));
      await this.database.transaction((tx) => this.queue(tx, user, id, upload));
    } catch (error) {
      await this.files.remove(id);
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
    await refuseTooMany(tx, user.id);
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

/** @throws TooManyImports */
export async function refuseTooMany(tx: Transaction, ownerId: string): Promise<void> {
  // Concurrent requests of one user wait here until the first is counted.
  await tx.rows(sql`SELECT id FROM users WHERE id = ${ownerId} ${tx.forUpdate}`);
  const row = await tx.row<{ open: number }>(sql`
    SELECT count(*) AS open FROM imports
    WHERE owner_id = ${ownerId} AND status IN ('queued', 'validating', 'applying')`);
  if ((row?.open ?? 0) >= MAX_PENDING_PER_USER) throw new TooManyImports(MAX_PENDING_PER_USER);
}
