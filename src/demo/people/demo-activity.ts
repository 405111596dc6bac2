import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { dayInTimeZone } from '../../platform/calendar/store-day.js';
import { MINUTE_MS } from '../../platform/common/durations.js';
import { newId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { SimulatedClock } from '../simulated-clock.js';

const REQUEST_ID = 'demo-store';
/** Time between a person's sign-in or sign-out and what they do. */
const BESIDE_MS = 2 * MINUTE_MS;

/** What a person did in a quarter of an hour. Times are milliseconds since 1970. */
interface Visit {
  readonly userId: string;
  readonly createdAt: number;
  readonly first: number;
  readonly last: number;
}

/** Gives the people of the demo store the sign-ins, active days and last activity that follow from what they did. */
@Injectable()
export class DemoActivity {
  constructor(
    private readonly clock: SimulatedClock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** @param now end of the past, in milliseconds since 1970 */
  async run(now: number): Promise<void> {
    const days = this.byDay(await this.visits());
    await this.database.transaction(async (tx) => {
      for (const [key, visit] of days) await this.record(tx, visit, key.slice(visit.userId.length), now);
      const lastActivity = new Map(
        [...days.values()].toSorted((a, b) => a.last - b.last).map(({ userId, last }) => [userId, last]),
      );
      for (const [userId, last] of lastActivity)
        await tx.execute(sql`UPDATE users SET last_activity = ${last} WHERE id = ${userId}`);
    });
    this.clock.travelTo(now);
  }

  /**
   * Reads what people did. Shoppers visit when they register; a manager waits to be approved. It groups by quarters of an hour,
   * with which days begin in every time zone, to read few rows of a large store.
   */
  private visits(): Promise<Visit[]> {
    return this.database.read.rows<Visit>(sql`
      SELECT u.id AS "userId", u.created_at AS "createdAt", min(d.at) AS first, max(d.at) AS last
      FROM users u JOIN (
        SELECT user_id, timestamp AS at FROM orders
        UNION ALL SELECT by_id, at FROM order_status_changes
        UNION ALL SELECT actor_id, at FROM audit_entries WHERE action <> 'users.registered'
        UNION ALL SELECT id, created_at FROM users WHERE role = 'user'
      ) d ON d.user_id = u.id
      GROUP BY u.id, u.created_at, d.at / 900000 ORDER BY first`);
  }

  /** Returns what each person did on each day, by user ID and day. */
  private byDay(visits: readonly Visit[]): Map<string, Visit> {
    const days = new Map<string, Visit>();
    for (const visit of visits) {
      const key = `${visit.userId}${dayInTimeZone(visit.first, this.config.store.timeZone)}`;
      days.set(key, { ...visit, first: days.get(key)?.first ?? visit.first });
    }
    return days;
  }

  private async record(tx: Transaction, visit: Visit, day: string, now: number): Promise<void> {
    const { userId, createdAt, first, last } = visit;
    await tx.execute(sql`INSERT INTO activity_days (user_id, day) VALUES (${join([userId, day])})`);
    const actor: Actor = { id: userId, requestId: REQUEST_ID };
    const sessionId = newId();
    const subject = { type: 'user', id: userId };
    this.clock.travelTo(Math.max(createdAt, first - BESIDE_MS));
    await this.audit.record(tx, actor, { action: 'auth.signed-in', subject, after: { sessionId } });
    this.clock.travelTo(Math.min(now, last + BESIDE_MS));
    await this.audit.record(tx, actor, { action: 'auth.signed-out', subject, after: { sessionId } });
  }
}
