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

/** Staff cancel an export that is under way, or remove one that is over. */
@Injectable()
export class CancelExport {
  constructor(
    private readonly database: Database,
    private readonly files: ExportFiles,
    private readonly clock: Clock,
    private readonly signals: ChangeSignals,
  ) {}

  /**
   * Whoever works on it sees within a second or two that it is cancelled, and removes what it has written.
   *
   * @throws ExportNotFound, also for another's where a manager asks
   */
  async run(user: AuthenticatedUser, id: string): Promise<void> {
    if (!isId(id)) throw new ExportNotFound();
    const mine = sql`id = ${id} AND ${ownedBy(user)}`;
    const cancelled = await this.database.write(sql`
      UPDATE exports SET status = 'cancelled', finished_at = ${this.clock.now()}
      WHERE ${mine} AND status IN ('queued', 'running')`);
    this.signals.publish(`export:${id}`);
    if (cancelled === 1) return;
    const gone = await this.database.transaction((tx) =>
      tx.row<{ attempt: number }>(sql`DELETE FROM exports WHERE ${mine} RETURNING attempt`),
    );
    if (gone === undefined) throw new ExportNotFound();
    await this.files.remove({ id, attempt: gone.attempt });
  }
}
