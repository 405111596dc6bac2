import { Injectable } from '@nestjs/common';
import { daysOfMonth, monthBefore, monthOf } from '../../platform/calendar/calendar-days.js';
import { DayRange } from '../../platform/calendar/day-ranges.js';
import { inDateRange } from '../../platform/calendar/local-time-sql.js';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Sql } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { countsAsSale } from '../../rules/order-status/order-status-sql.js';

/** Number of users per transaction. */
const BATCH_SIZE = 200;
const MIN_ID = '00000000-0000-0000-0000-000000000000';

/** Enqueues the report of the past month for each shopper who ordered in it, and for admins. */
@Injectable()
export class EnqueueMonthlyReports {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Enqueues one report per user and month, so it can run repeatedly and concurrently. It works in batches, so an
   * interrupted run resumes where it stopped.
   *
   * @param dueAt instant in the following month, milliseconds since 1970
   * @returns number of reports enqueued
   */
  async run(dueAt: number): Promise<number> {
    const { timeZone } = this.config.store;
    const month = monthBefore(monthOf(DayRange.at(dueAt, timeZone).first));
    const { first, last } = daysOfMonth(month);
    const recipients = recipientsOf(month, new DayRange(timeZone, first, last));
    let enqueued = 0;
    let after = MIN_ID;
    for (;;) {
      const batch = await this.batchOf(recipients, after);
      const lastId = batch.at(-1);
      if (lastId === undefined) return enqueued;
      enqueued += await this.enqueue(batch, month);
      after = lastId;
    }
  }

  private async batchOf(recipients: Sql, after: string): Promise<string[]> {
    const rows = await this.database.slowRead.rows<{ id: string }>(
      sql`SELECT u.id FROM users u WHERE u.id > ${after} AND ${recipients} ORDER BY u.id LIMIT ${BATCH_SIZE}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Writes the rows of the reports and their events in one transaction. */
  private enqueue(userIds: readonly string[], month: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = userIds.map((userId) => sql`(${userId}, ${month}, ${this.clock.now()})`);
      const enqueued = await tx.rows<{ userId: string }>(sql`
        INSERT INTO monthly_reports (user_id, month, created_at) VALUES ${join(rows)}
        ON CONFLICT (user_id, month) DO NOTHING
        RETURNING user_id AS "userId"`);
      await this.outbox.add(
        tx,
        enqueued.map(({ userId }) => ({
          type: 'reports.monthly-due',
          // A subject of its own: an undeliverable report does not block other mails to the user.
          subject: `monthly-report:${userId}`,
          payload: { userId, month },
        })),
      );
      return enqueued.length;
    });
  }
}

/** Condition (WHERE) that user `u` gets the report of the month and has none enqueued. */
function recipientsOf(month: string, days: DayRange): Sql {
  // Who has only orders that were imported did not shop here.
  const hasOrdered = sql`EXISTS (
    SELECT 1 FROM orders o WHERE o.user_id = u.id AND o.reference IS NULL AND ${countsAsSale('o.status')} AND ${inDateRange(sql`o.timestamp`, days)})`;
  return sql`
    u.status = 'approved' AND u.email_confirmed_at IS NOT NULL AND u.monthly_report = ${true} AND (u.role = 'admin' OR (u.role = 'user' AND ${hasOrdered}))
    AND NOT EXISTS (SELECT 1 FROM monthly_reports r WHERE r.user_id = u.id AND r.month = ${month})`;
}
