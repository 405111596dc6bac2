import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { deleteInBatches, type Deletion } from '../../platform/database/delete-in-batches.js';
import { sql } from '../../platform/database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../../platform/retention/retention-tasks.js';

/** A mail that is late still finds what it is about, and that it is too late. */
const KEPT = 24 * 60 * 60_000;

/** What was mailed to reset a password and no longer works, used or not. */
@Injectable()
export class CleanUpPasswordResets implements RetentionTask {
  readonly name = 'auth.password-resets';

  constructor(
    private readonly database: Database,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  run(now: number): Promise<number> {
    return deleteInBatches(this.database, expiredPasswordResets(now));
  }
}

export function expiredPasswordResets(now: number): Deletion {
  return { table: 'password_resets', key: 'id', where: sql`expires_at <= ${now - KEPT}` };
}
