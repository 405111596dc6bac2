import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { deleteInBatches, type Deletion } from '../../platform/database/delete-in-batches.js';
import { sql } from '../../platform/database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../../platform/retention/retention-tasks.js';

const KEPT = 400 * 24 * 60 * 60_000;

/** Reminders of long ago. Whom to remind follows from those of the past week alone; the rest is for who asks. */
@Injectable()
export class CleanUpReminders implements RetentionTask {
  readonly name = 'users.reminders';

  constructor(
    private readonly database: Database,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  run(now: number): Promise<number> {
    return deleteInBatches(this.database, oldReminders(now));
  }
}

export function oldReminders(now: number): Deletion {
  return { table: 'reminders', key: 'user_id, day', where: sql`created_at < ${now - KEPT}` };
}
