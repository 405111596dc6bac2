import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../access/authenticated-user.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/id.js';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { Outbox } from '../outbox/outbox.js';
import { ExportRegistry } from './export-registry.js';
import type { CreateExportBody } from './exports.dto.js';
import { exportErrors } from './exports.errors.js';
import { ExportsService } from './exports.service.js';

/** Requests an export, which a background job writes. */
@Injectable()
export class RequestExport {
  constructor(
    private readonly database: Database,
    private readonly exports: ExportsService,
    private readonly sources: ExportRegistry,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the ID of the export
   * @throws request.invalid, request.rule-broken, exports.not-allowed, exports.too-many
   */
  async run(
    user: AuthenticatedUser,
    { kind, parameters = {}, withBom = false }: CreateExportBody,
  ): Promise<string> {
    const source = this.sources.of(kind);
    if (!source.roles.includes(user.role)) throw exportErrors['not-allowed']({ kind });
    source.plan(parameters);
    const id = newId();
    await this.database.transaction(async (tx) => {
      await this.exports.refuseTooMany(tx, user.id);
      await tx.execute(sql`
        INSERT INTO exports (id, owner_id, kind, parameters, with_bom, status, created_at)
        VALUES (${id}, ${user.id}, ${kind}, ${JSON.stringify(parameters)}, ${withBom}, 'queued', ${this.clock.now()})`);
      await this.audit.record(tx, user, {
        action: 'exports.requested',
        subject: { type: 'export', id },
        after: { kind, parameters },
      });
      await this.outbox.add(tx, [
        { type: 'exports.requested', subject: `export:${id}`, payload: { exportId: id } },
      ]);
    });
    return id;
  }
}
