import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { deleteInBatches, type Deletion } from '../../platform/database/delete-in-batches.js';
import { sql } from '../../platform/database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../../platform/retention/retention-tasks.js';

/** Longer than a year, which is how far back months are made up for. */
const KEPT = 400 * 24 * 60 * 60_000;

/** What was promised long ago: no schedule comes back to its month. */
@Injectable()
export class CleanUpMonthlyReports implements RetentionTask {
  readonly name = 'reports.monthly-reports';

  constructor(
    private readonly database: Database,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  run(now: number): Promise<number> {
    return deleteInBatches(this.database, oldMonthlyReports(now));
  }
}

export function oldMonthlyReports(now: number): Deletion {
  return { table: 'monthly_reports', key: 'user_id, month', where: sql`created_at < ${now - KEPT}` };
}
