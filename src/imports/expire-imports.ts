import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/common/clock.js';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../platform/retention/retention-tasks.js';
import { checkedTooLongAgo, IS_CHECKED } from './checked-import.js';
import { ImportFiles } from './import-files.js';

const DAY = 24 * 3_600_000;
const DAYS_REMEMBERED = 90;

/** Part of the nightly clean-up: imports of long ago go with their errors, and files that nobody will read. */
@Injectable()
export class ExpireImports implements RetentionTask {
  readonly name = 'imports';

  constructor(
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly clock: Clock,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  /** Can be run at any time, and by several at once. Gives how many have gone. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const forgotten = await this.database.write(sql`
      DELETE FROM imports WHERE status IN ('done', 'invalid', 'failed', 'cancelled')
      AND created_at < ${now - DAYS_REMEMBERED * DAY}`);
    for (const { id, name, writtenAt } of await this.files.all()) {
      // A young file may be one that is being sent, and has no row yet.
      if (writtenAt < now - DAY && !(await this.isWanted(id, now))) await this.files.removeNamed(name);
    }
    return forgotten;
  }

  /** Whether a job will read it, or staff may yet have it applied. */
  private async isWanted(id: string, now: number): Promise<boolean> {
    const row = await this.database.read.row(sql`
      SELECT 1 AS wanted FROM imports WHERE id = ${id} AND (status IN ('queued', 'validating', 'applying')
        OR (${IS_CHECKED} AND finished_at > ${checkedTooLongAgo(now)}))`);
    return row !== undefined;
  }
}
