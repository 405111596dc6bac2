import { Injectable } from '@nestjs/common';
import { daysBefore, startOfDay } from '../../platform/calendar/store-day.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Sql } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { inactiveSince } from './inactivity.js';

/** Users that one transaction promises reminders to. */
const BATCH = 200;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';
/** Whoever does not react is reminded every so many days. */
const DAYS_OF_PATIENCE = 7;

/** Promises a reminder to each shopper who did not come by on a day. */
@Injectable()
export class EnqueueReminders {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Whom it has promised a reminder for the day gets no other for it, so that it can be run again, and at the same time.
   * It goes batch by batch: broken off, it goes on where it was.
   *
   * @param day YYYY-MM-DD in the store's time zone
   * @param dueAt when the day's reminders are due: what a shopper does after it is a reaction
   * @returns how many reminders it has promised
   */
  async run(day: string, dueAt: number): Promise<number> {
    const toRemind = this.shoppersToRemind(day);
    let promised = 0;
    let after = BEFORE_ALL_IDS;
    for (;;) {
      const batch = await this.batchOf(toRemind, after);
      const last = batch.at(-1);
      if (last === undefined) return promised;
      promised += await this.promise(batch, day, dueAt);
      after = last;
    }
  }

  private async batchOf(toRemind: Sql, after: string): Promise<string[]> {
    const rows = await this.database.read.rows<{ id: string }>(
      sql`SELECT u.id FROM users u WHERE u.id > ${after} AND ${toRemind} ORDER BY u.id LIMIT ${BATCH}`,
    );
    return rows.map(({ id }) => id);
  }

  /** WHERE: whether the user `u` is reminded: not again within a week, but for who has reacted to the last time. */
  private shoppersToRemind(day: string): Sql {
    const { timeZone } = this.config.store;
    return sql`
      u.role = 'user' AND u.status = 'approved' AND u.daily_reminder = ${true}
      AND u.created_at < ${startOfDay(day, timeZone)} AND ${inactiveSince(day, timeZone)}
      AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.user_id = u.id AND r.day = ${day})
      AND NOT EXISTS (
        SELECT 1 FROM reminders r
        WHERE r.user_id = u.id AND r.day > ${daysBefore(day, DAYS_OF_PATIENCE)}
          AND COALESCE(u.last_activity, 0) <= r.created_at
          AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id AND o.timestamp > r.created_at))`;
  }

  /** The row of a reminder and its event stand or fall together. */
  private promise(userIds: readonly string[], day: string, dueAt: number): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = userIds.map((userId) => sql`(${userId}, ${day}, ${dueAt})`);
      const reminded = await tx.rows<{ userId: string }>(sql`
        INSERT INTO reminders (user_id, day, created_at) VALUES ${join(rows)}
        ON CONFLICT (user_id, day) DO NOTHING
        RETURNING user_id AS "userId"`);
      await this.outbox.add(
        tx,
        reminded.map(({ userId }) => ({
          type: 'users.reminder-due',
          subject: `user:${userId}`,
          payload: { userId, day },
        })),
      );
      return reminded.length;
    });
  }
}
