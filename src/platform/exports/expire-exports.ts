import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../retention/retention-tasks.js';
import { ExportFiles } from './export-files.js';

const EXPORT_RETENTION_MS = 30 * 24 * 3_600_000;

/** Deletes expired export files and old exports in the nightly cleanup, and leftovers of crashed workers. */
@Injectable()
export class ExpireExports implements RetentionTask {
  readonly name = 'exports';

  constructor(
    private readonly database: Database,
    private readonly files: ExportFiles,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  /**
   * Can run at any time, and concurrently.
   *
   * @returns the number of exports that were expired or deleted
   */
  async run(now: number): Promise<number> {
    const expired = await this.database.write(
      sql`UPDATE exports SET status = 'expired' WHERE status = 'done' AND expires_at <= ${now}`,
    );
    const deleted = await this.database.write(sql`
      DELETE FROM exports WHERE status IN ('failed', 'cancelled', 'expired')
      AND created_at < ${now - EXPORT_RETENTION_MS}`);
    for (const file of await this.files.all()) {
      if (!(await this.isWanted(file.id, file.attempt))) await this.files.removeNamed(file.name);
    }
    return expired + deleted;
  }

  private async isWanted(id: string, attempt: number): Promise<boolean> {
    const row = await this.database.read.row(sql`
      SELECT 1 AS wanted FROM exports
      WHERE id = ${id} AND attempt = ${attempt} AND status IN ('running', 'done')`);
    return row !== undefined;
  }
}
