import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { deleteInBatches, type Deletion } from '../../platform/database/delete-in-batches.js';
import { sql } from '../../platform/database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../../platform/retention/retention-tasks.js';
import { FORGOTTEN_AFTER } from './sign-in-attempts.js';

/** Failed attempts to sign in that lie so far back that they no longer make anybody wait. */
@Injectable()
export class CleanUpSignInAttempts implements RetentionTask {
  readonly name = 'users.sign-in-attempts';

  constructor(
    private readonly database: Database,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  run(now: number): Promise<number> {
    return deleteInBatches(this.database, forgottenAttempts(now));
  }
}

export function forgottenAttempts(now: number): Deletion {
  const where = sql`last_at < ${now - FORGOTTEN_AFTER} AND blocked_until <= ${now}`;
  return { table: 'sign_in_attempts', key: 'key', where };
}
