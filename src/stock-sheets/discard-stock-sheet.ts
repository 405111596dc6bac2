import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../platform/access/authenticated-user.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import { Clock } from '../platform/common/clock.js';
import { requestErrors } from '../platform/common/common.errors.js';
import { Database } from '../platform/database/database.js';
import { lockDraft } from './sheet-rows.js';
import { StockSheet } from './stock-sheet.entity.js';

/** Discards the draft of a stock sheet. It stays readable until retention deletes it. */
@Injectable()
export class DiscardStockSheet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws stock-sheets.not-found, stock-sheets.not-a-draft, request.stale-version */
  async run(user: AuthenticatedUser, id: string, version: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { number, kind, version: currentVersion } = await lockDraft(tx, id);
      if (currentVersion !== version) throw requestErrors['stale-version']({ currentVersion });
      const changedAt = this.clock.now();
      await tx.entities.update(
        StockSheet,
        { id },
        { status: 'discarded', changedById: user.id, changedAt, version: version + 1 },
      );
      await this.audit.record(tx, user, {
        action: 'stock-sheets.discarded',
        subject: { type: 'stock-sheet', id },
        before: { number, kind },
      });
    });
  }
}
