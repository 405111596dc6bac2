import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../platform/retention/retention-tasks.js';
import { latestExpiredCheck, IS_CHECKED } from './checked-import.js';
import { ImportFiles } from './import-files.js';

const DAY_MS = 24 * 3_600_000;
const RETENTION_DAYS = 90;

/** Deletes old imports with their errors, and files that are no longer needed. Part of the nightly retention. */
@Injectable()
export class ExpireImports implements RetentionTask {
  readonly name = 'imports';

  constructor(
    private readonly database: Database,
    private readonly files: ImportFiles,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  /**
   * Can run at any time, and concurrently.
   *
   * @returns number of imports deleted
   */
  async run(now: number): Promise<number> {
    const deleted = await this.database.write(sql`
      DELETE FROM imports WHERE status IN ('done', 'invalid', 'failed', 'cancelled')
      AND created_at < ${now - RETENTION_DAYS * DAY_MS}`);
    for (const { id, name, writtenAt } of await this.files.list()) {
      // A recent file may still be uploading, and has no row yet.
      if (writtenAt < now - DAY_MS && !(await this.isNeeded(id, now))) await this.files.removeNamed(name);
    }
    return deleted;
  }

  /** Returns true if a job will read the file, or if it can still be applied. */
  private async isNeeded(id: string, now: number): Promise<boolean> {
    const row = await this.database.read.row(sql`
      SELECT 1 AS wanted FROM imports WHERE id = ${id} AND (status IN ('queued', 'validating', 'applying')
        OR (${IS_CHECKED} AND finished_at > ${latestExpiredCheck(now)}))`);
    return row !== undefined;
  }
}
