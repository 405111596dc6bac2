import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { deleteInBatches, type Deletion } from '../database/delete-in-batches.js';
import { sql } from '../database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../retention/retention-tasks.js';

const KEPT = 30 * 24 * 60 * 60_000;

/** Events whose work was done a month ago. One that was not completed stays, however old it is. */
@Injectable()
export class CleanUpOutbox implements RetentionTask {
  readonly name = 'jobs.outbox-events';

  constructor(
    private readonly database: Database,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  run(now: number): Promise<number> {
    return deleteInBatches(this.database, completedEvents(now));
  }
}

export function completedEvents(now: number): Deletion {
  return { table: 'outbox_events', key: 'id', where: sql`completed_at < ${now - KEPT}` };
}
