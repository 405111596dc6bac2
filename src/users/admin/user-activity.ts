import { Injectable } from '@nestjs/common';
import { dayInTimeZone, daysBefore } from '../../platform/calendar/store-day.js';
import { Clock } from '../../platform/common/clock.js';
import { isId } from '../../platform/common/id.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { countsAsSale, isInProgress } from '../../rules/order-status/order-status-sql.js';
import { userErrors } from '../users.errors.js';
import type { UserActivityView } from './user-activity.dto.js';

/** Number of days in which visits are counted, today included. */
const VISIT_WINDOW_DAYS = 30;

interface ActivityRow {
  readonly lastActivity: number | null;
  readonly lastSignIn: number | null;
  readonly activeDays: number;
  readonly openSessions: number;
  readonly orders: number;
  readonly openOrders: number;
  readonly spent: number;
  readonly lastOrder: number | null;
  readonly entriesBy: number;
  readonly entriesAbout: number;
}

/** Reads the recent activity of a user for admins. Each number is read through an index. */
@Injectable()
export class UserActivity {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws users.not-found */
  async of(id: string): Promise<UserActivityView> {
    const row = isId(id) ? await this.load(id) : undefined;
    if (row === undefined) throw userErrors['not-found']();
    const { lastActivity, lastSignIn, activeDays, openSessions, orders, openOrders, spent, lastOrder } = row;
    return {
      lastSignIn: toIsoString(lastSignIn),
      lastActivity: toIsoString(lastActivity),
      activeDays,
      openSessions,
      orders: { count: orders, open: openOrders, spent, last: toIsoString(lastOrder) },
      auditEntries: { by: row.entriesBy, about: row.entriesAbout },
      currency: this.config.store.currency,
    };
  }

  private load(id: string): Promise<ActivityRow | undefined> {
    const now = this.clock.now();
    const today = dayInTimeZone(now, this.config.store.timeZone);
    return this.database.read.row<ActivityRow>(sql`
      SELECT u.last_activity AS "lastActivity",
        (SELECT max(e.at) FROM audit_entries e
         WHERE e.subject_type = 'user' AND e.subject_id = ${id} AND e.action = 'auth.signed-in') AS "lastSignIn",
        (SELECT count(*) FROM activity_days a
         WHERE a.user_id = u.id AND a.day > ${daysBefore(today, VISIT_WINDOW_DAYS)}) AS "activeDays",
        (SELECT count(*) FROM sessions s
         WHERE s.user_id = u.id AND s.ended_at IS NULL AND s.expires_at > ${now}) AS "openSessions",
        bought.*,
        (SELECT count(*) FROM audit_entries e WHERE e.actor_id = u.id) AS "entriesBy",
        (SELECT count(*) FROM audit_entries e
         WHERE e.subject_type = 'user' AND e.subject_id = ${id}) AS "entriesAbout"
      FROM users u CROSS JOIN (
        SELECT count(*) AS orders, max(o.timestamp) AS "lastOrder",
               count(CASE WHEN ${isInProgress('o.status')} THEN 1 END) AS "openOrders",
               CAST(COALESCE(sum(CASE WHEN ${countsAsSale('o.status')} THEN o.total END), 0) AS bigint) AS spent
        FROM orders o WHERE o.user_id = ${id}
      ) bought
      WHERE u.id = ${id}`);
  }
}
