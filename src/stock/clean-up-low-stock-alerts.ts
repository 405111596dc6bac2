import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { deleteInBatches, type Deletion } from '../platform/database/delete-in-batches.js';
import { sql } from '../platform/database/transaction.js';
import { RetentionRegistry, type RetentionTask } from '../platform/retention/retention-tasks.js';

/** Longer than an event is kept that was worked on, and so could be noted again. */
const KEPT = 90 * 24 * 60 * 60_000;

/** Alerts that managers were told of. One that still waits for its mail stays, however old it is. */
@Injectable()
export class CleanUpLowStockAlerts implements RetentionTask {
  readonly name = 'catalog.low-stock-alerts';

  constructor(
    private readonly database: Database,
    retention: RetentionRegistry,
  ) {
    retention.add(this);
  }

  run(now: number): Promise<number> {
    return deleteInBatches(this.database, mailedAlerts(now));
  }
}

export function mailedAlerts(now: number): Deletion {
  return { table: 'low_stock_alerts', key: 'event_id', where: sql`mailed_at < ${now - KEPT}` };
}
