import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../access/authenticated-user.js';
import { Clock } from '../common/clock.js';
import { isId } from '../common/id.js';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { ChangeSignals } from '../realtime/change-signals.js';
import { ExportFiles } from './export-files.js';
import { ExportNotFound } from './exports.errors.js';
import { ownedBy } from './exports.service.js';

/** Cancels a pending export, or removes a finished one. */
@Injectable()
export class CancelExport {
  constructor(
    private readonly database: Database,
    private readonly files: ExportFiles,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * The worker notices the cancellation within a second or two, and removes its partial file.
   *
   * @throws ExportNotFound, also if a manager requests another user's export
   */
  async run(user: AuthenticatedUser, id: string): Promise<void> {
    if (!isId(id)) throw new ExportNotFound();
    const accessible = sql`id = ${id} AND ${ownedBy(user)}`;
    const cancelled = await this.database.write(sql`
      UPDATE exports SET status = 'cancelled', finished_at = ${this.clock.now()}
      WHERE ${accessible} AND status IN ('queued', 'running')`);
    this.signals.publish(`export:${id}`);
    if (cancelled === 1) return;
    const deleted = await this.database.transaction((tx) =>
      tx.row<{ attempt: number }>(sql`DELETE FROM exports WHERE ${accessible} RETURNING attempt`),
    );
    if (deleted === undefined) throw new ExportNotFound();
    await this.files.remove({ id, attempt: deleted.attempt });
  }
}
