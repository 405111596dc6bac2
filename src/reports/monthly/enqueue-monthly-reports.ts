import { Injectable } from '@nestjs/common';
import { daysOfMonth, monthBefore, monthOf } from '../../platform/calendar/calendar-days.js';
import { DayRange } from '../../platform/calendar/day-ranges.js';
import { inDateRange } from '../../platform/calendar/local-time-sql.js';
import { Clock } from '../../platform/common/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Sql } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';

/** Users that one transaction promises reports to. */
const BATCH = 200;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/** Promises a report of the past month to each shopper who ordered in it, and to admins. */
@Injectable()
export class EnqueueMonthlyReports {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Whom it has promised a month's report gets no other for it, so that it can be run again, and at the same time. It goes
   * batch by batch: broken off, it goes on where it was.
   *
   * @param dueAt an instant of the month that follows, milliseconds since 1970
   * @returns how many reports it has promised
   */
  async run(dueAt: number): Promise<number> {
    const { timeZone } = this.config.store;
    const month = monthBefore(monthOf(DayRange.at(dueAt, timeZone).first));
    const { first, last } = daysOfMonth(month);
    const readers = readersOf(month, new DayRange(timeZone, first, last));
    let promised = 0;
    let after = BEFORE_ALL_IDS;
    for (;;) {
      const batch = await this.batchOf(readers, after);
      const latest = batch.at(-1);
      if (latest === undefined) return promised;
      promised += await this.promise(batch, month);
      after = latest;
    }
  }

  private async batchOf(readers: Sql, after: string): Promise<string[]> {
    const rows = await this.database.read.rows<{ id: string }>(
      sql`SELECT u.id FROM users u WHERE u.id > ${after} AND ${readers} ORDER BY u.id LIMIT ${BATCH}`,
    );
    return rows.map(({ id }) => id);
  }

  /** The row of a report and its event stand or fall together. */
  private promise(userIds: readonly string[], month: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = userIds.map((userId) => sql`(${userId}, ${month}, ${this.clock.now()})`);
      const promised = await tx.rows<{ userId: string }>(sql`
        INSERT INTO monthly_reports (user_id, month, created_at) VALUES ${join(rows)}
        ON CONFLICT (user_id, month) DO NOTHING
        RETURNING user_id AS "userId"`);
      await this.outbox.add(
        tx,
        promised.map(({ userId }) => ({
          type: 'reports.monthly-due',
          // Its own subject: a report that cannot be delivered holds up no other mail of the user's.
          subject: `monthly-report:${userId}`,
          payload: { userId, month },
        })),
      );
      return promised.length;
    });
  }
}

/** WHERE: whether the user `u` gets the month's report and has not been promised it. */
function readersOf(month: string, days: DayRange): Sql {
  const hasOrdered = sql`EXISTS (
    SELECT 1 FROM orders o WHERE o.user_id = u.id AND o.status <> 'cancelled' AND ${inDateRange(sql`o.timestamp`, days)})`;
  return sql`
    u.status = 'approved' AND u.monthly_report = ${true} AND (u.role = 'admin' OR (u.role = 'user' AND ${hasOrdered}))
    AND NOT EXISTS (SELECT 1 FROM monthly_reports r WHERE r.user_id = u.id AND r.month = ${month})`;
}
