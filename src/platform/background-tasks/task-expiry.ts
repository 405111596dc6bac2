import { Injectable } from '@nestjs/common';
import { DAY_MS } from '../common/durations.js';
import { Database } from '../database/database.js';
import { raw, sql } from '../database/transaction.js';
import { TaskFiles, type StoredFile } from './task-files.js';
import type { TaskType } from './task-type.js';

/** Deletes old tasks, and files that no task needs: expired ones and leftovers of crashed workers. */
@Injectable()
export class TaskExpiry {
  constructor(
    private readonly database: Database,
    private readonly files: TaskFiles,
  ) {}

  /**
   * Can run at any time, and concurrently.
   *
   * @returns the number of tasks that were expired or deleted
   */
  async run(type: TaskType, now: number): Promise<number> {
    let tasks = 0;
    for (const statement of type.expiry(now)) tasks += await this.database.write(statement);
    await this.files.removeUnneeded(type, (file) => this.isNeeded(file, now));
    return tasks;
  }

  private async isNeeded({ type, id, attempt, writtenAt }: StoredFile, now: number): Promise<boolean> {
    // A recent upload may be incomplete, and has no row yet.
    if (attempt === undefined && writtenAt >= now - DAY_MS) return true;
    const ofAttempt = attempt === undefined ? sql`1 = 1` : sql`attempt = ${attempt}`;
    const row = await this.database.read.row(sql`
      SELECT 1 AS needed FROM ${raw(type.table)} WHERE id = ${id} AND ${ofAttempt} AND (${type.needsFile(now)})`);
    return row !== undefined;
  }
}
