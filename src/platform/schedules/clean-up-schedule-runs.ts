import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { deleteInBatches, type Deletion } from '../database/delete-in-batches.js';
import { sql } from '../database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../retention/retention-tasks.js';

const KEPT = 400 * 24 * 60 * 60_000;

/** Periods of long ago, of which there are too few to need an index. The latest of each schedule stays: what is due is reckoned from it. */
@Injectable()
export class CleanUpScheduleRuns implements RetentionTask {
  readonly name = 'jobs.schedule-runs';

  constructor(
    private readonly database: Database,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  run(now: number): Promise<number> {
    return deleteInBatches(this.database, oldScheduleRuns(now));
  }
}

function oldScheduleRuns(now: number): Deletion {
  const where = sql`due_at < ${now - KEPT} AND EXISTS (
    SELECT 1 FROM schedule_runs later
    WHERE later.schedule = schedule_runs.schedule AND later.due_at > schedule_runs.due_at)`;
  return { table: 'schedule_runs', key: 'schedule, due_at', where };
}
