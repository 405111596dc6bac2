import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { startOfHour } from './store-hour.js';

/** Records that a product fell below its threshold, for the digest of the hour. */
@Injectable()
export class RecordLowStockAlert {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Uses the hour of recording, not of the fall, so that a late event never joins an hour whose digest was already
   * sent.
   */
  async run(productId: string, eventId: string): Promise<void> {
    const now = this.clock.now();
    const hour = startOfHour(now, this.config.store.timeZone);
    const event = await this.database.read.row<{ createdAt: number }>(
      sql`SELECT created_at AS "createdAt" FROM outbox_events WHERE id = ${eventId}`,
    );
    await this.database.write(sql`
      INSERT INTO low_stock_alerts (event_id, product_id, fell_at, hour)
      VALUES (${eventId}, ${productId}, ${event?.createdAt ?? now}, ${hour})
      ON CONFLICT (event_id) DO NOTHING`);
  }
}
