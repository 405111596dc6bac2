import { Injectable } from '@nestjs/common';
import { daysBefore, startOfDay } from '../../platform/calendar/store-day.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Sql } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { inactiveSince } from './inactivity.js';

/** Maximum number of users per transaction. */
const BATCH_SIZE = 200;
const NIL_UUID = '00000000-0000-0000-0000-000000000000';
/** Days until a user who does not react is reminded again. */
const REMINDER_INTERVAL_DAYS = 7;

/** Enqueues a reminder for each shopper who did not visit on a day. */
@Injectable()
export class EnqueueReminders {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Enqueues at most one reminder per user and day, so that runs can repeat and overlap. Works in batches: a run
   * after an interruption continues with the rest.
   *
   * @param day YYYY-MM-DD in the store's time zone
   * @param dueAt time when the day's reminders are due; activity after it counts as a reaction
   * @returns number of reminders enqueued
   */
  async run(day: string, dueAt: number): Promise<number> {
    const isDue = this.isDue(day);
    let enqueued = 0;
    let after = NIL_UUID;
    for (;;) {
      const batch = await this.loadBatch(isDue, after);
      const last = batch.at(-1);
      if (last === undefined) return enqueued;
      enqueued += await this.enqueue(batch, day, dueAt);
      after = last;
    }
  }

  private async loadBatch(isDue: Sql, after: string): Promise<string[]> {
    const rows = await this.database.read.rows<{ id: string }>(
      sql`SELECT u.id FROM users u WHERE u.id > ${after} AND ${isDue} ORDER BY u.id LIMIT ${BATCH_SIZE}`,
    );
    return rows.map(({ id }) => id);
  }

  /** WHERE: user `u` is due for a reminder: none in the past week, unless the user has reacted since. */
  private isDue(day: string): Sql {
    const { timeZone } = this.config.store;
    return sql`
      u.role = 'user' AND u.status = 'approved' AND u.email_confirmed_at IS NOT NULL AND u.daily_reminder = ${true}
      AND u.created_at < ${startOfDay(day, timeZone)} AND ${inactiveSince(day, timeZone)}
      AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.user_id = u.id AND r.day = ${day})
      AND NOT EXISTS (
        SELECT 1 FROM reminders r
        WHERE r.user_id = u.id AND r.day > ${daysBefore(day, REMINDER_INTERVAL_DAYS)}
          AND COALESCE(u.last_activity, 0) <= r.created_at
          AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id AND o.timestamp > r.created_at))`;
  }

  /** Writes the reminder rows and their events in one transaction. */
  private enqueue(userIds: readonly string[], day: string, dueAt: number): Promise<number> {
    return this.database.transaction(async (tx) => {
      const rows = userIds.map((userId) => sql`(${userId}, ${day}, ${dueAt})`);
      const inserted = await tx.rows<{ userId: string }>(sql`
        INSERT INTO reminders (user_id, day, created_at) VALUES ${join(rows)}
        ON CONFLICT (user_id, day) DO NOTHING
        RETURNING user_id AS "userId"`);
      await this.outbox.add(
        tx,
        inserted.map(({ userId }) => ({
          type: 'users.reminder-due',
          subject: `user:${userId}`,
          payload: { userId, day },
        })),
      );
      return inserted.length;
    });
  }
}
