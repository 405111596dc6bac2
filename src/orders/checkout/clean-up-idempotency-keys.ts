import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { deleteInBatches, type Deletion } from '../../platform/database/delete-in-batches.js';
import { sql } from '../../platform/database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../../platform/retention/retention-tasks.js';

/** Twice what clients are promised. */
const KEPT = 2 * 24 * 60 * 60_000;

/** Keys of checkouts that nobody repeats any more. */
@Injectable()
export class CleanUpIdempotencyKeys implements RetentionTask {
  readonly name = 'orders.idempotency-keys';

  constructor(
    private readonly database: Database,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  run(now: number): Promise<number> {
    return deleteInBatches(this.database, oldIdempotencyKeys(now));
  }
}

export function oldIdempotencyKeys(now: number): Deletion {
  return { table: 'idempotency_keys', key: 'user_id, key', where: sql`created_at < ${now - KEPT}` };
}
