import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { sql } from '../database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../retention/retention-tasks.js';
import { ExportFiles } from './export-files.js';

const DAYS_REMEMBERED = 30;
const MILLISECONDS_REMEMBERED = DAYS_REMEMBERED * 24 * 3_600_000;

/** Part of the nightly clean-up: files whose time is over go, and what is left of a worker that died. */
@Injectable()
export class ExpireExports implements RetentionTask {
  readonly name = 'exports';

  constructor(
    private readonly database: Database,
    private readonly files: ExportFiles,
    private readonly clock: Clock,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  /** Can be run at any time, and by several at once. Gives how many have gone. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const expired = await this.database.write(
      sql`UPDATE exports SET status = 'expired' WHERE status = 'done' AND expires_at <= ${now}`,
    );
    const forgotten = await this.database.write(sql`
      DELETE FROM exports WHERE status IN ('failed', 'cancelled', 'expired')
      AND created_at < ${now - MILLISECONDS_REMEMBERED}`);
    for (const file of await this.files.all()) {
      if (!(await this.isWanted(file.id, file.attempt))) await this.files.removeNamed(file.name);
    }
    return expired + forgotten;
  }

  private async isWanted(id: string, attempt: number): Promise<boolean> {
    const row = await this.database.read.row(sql`
      SELECT 1 AS wanted FROM exports
      WHERE id = ${id} AND attempt = ${attempt} AND status IN ('running', 'done')`);
    return row !== undefined;
  }
}
