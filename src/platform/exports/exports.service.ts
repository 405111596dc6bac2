import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { AuthenticatedUser } from '../access/authenticated-user.js';
import { TaskFiles } from '../background-tasks/task-files.js';
import { TaskRows, type TaskRow } from '../background-tasks/task-rows.js';
import { Clock } from '../common/clock.js';
import { toIsoDate, toIsoString } from '../common/iso-time.js';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { ChangeSignals } from '../realtime/change-signals.js';
import { ExportRegistry } from './export-registry.js';
import type { ExportStatus } from './export-status.js';
import { EXPORTS } from './export-task.js';
import type { ExportView } from './exports.dto.js';
import { exportErrors } from './exports.errors.js';

interface ExportRow extends TaskRow<ExportStatus> {
  readonly kind: string;
  readonly parameters: string;
  readonly with_bom: boolean | number;
  readonly rows_done: number;
  readonly rows_total: number | null;
  readonly bytes: number | null;
  readonly expires_at: number | null;
}

/** A file to download. */
export interface Download {
  readonly stream: ReadStream;
  readonly bytes: number;
  readonly name: string;
}

/** Exports of a manager, or all of them for an admin. */
@Injectable()
export class ExportsService extends TaskRows<ExportRow, ExportView> {
  protected readonly type = EXPORTS;

  constructor(
    database: Database,
    clock: Clock,
    signals: ChangeSignals,
    private readonly sources: ExportRegistry,
    private readonly files: TaskFiles,
  ) {
    super(database, clock, signals);
  }

  /** @throws exports.not-found, also if the role no longer allows this type of export; exports.no-file */
  async file(user: AuthenticatedUser, id: string): Promise<Download> {
    const row = await this.row(user, id);
    if (this.sources.find(row.kind)?.roles.includes(user.role) !== true) throw exportErrors['not-found']();
    if (row.status !== 'done') throw exportErrors['no-file']({ exportStatus: row.status });
    const isExpired = row.expires_at !== null && row.expires_at <= this.clock.now();
    const file = isExpired ? undefined : await this.files.read({ type: EXPORTS, id, attempt: row.attempt });
    if (file === undefined) throw exportErrors['no-file']({ exportStatus: 'expired' });
    return { ...file, name: `${row.kind}-${toIsoDate(row.created_at)}.csv` };
  }

  /**
   * Cancels a pending export, whose worker then removes its partial file. Deletes a finished one with its file.
   *
   * @throws exports.not-found, also if a manager requests another user's export
   */
  async remove(user: AuthenticatedUser, id: string): Promise<void> {
    await this.row(user, id);
    if (await this.cancelIfPending(id)) return;
    const deleted = await this.database.transaction((tx) =>
      tx.row<{ attempt: number }>(sql`DELETE FROM exports WHERE id = ${id} RETURNING attempt`),
    );
    if (deleted === undefined) throw exportErrors['not-found']();
    await this.files.remove({ type: EXPORTS, id, ...deleted });
  }

  protected viewOf(row: ExportRow): ExportView {
    return {
      ...this.commonView(row),
      kind: row.kind,
      parameters: JSON.parse(row.parameters) as Record<string, unknown>,
      withBom: Boolean(row.with_bom),
      rowsDone: row.rows_done,
      rowsTotal: row.rows_total,
      bytes: row.bytes,
      expiresAt: toIsoString(row.expires_at),
    };
  }
}
