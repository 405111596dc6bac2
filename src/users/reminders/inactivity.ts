import { startOfDay } from '../../platform/calendar/store-day.js';
import { sql, type Sql } from '../../platform/database/transaction.js';

/** WHERE: user `u` has neither visited nor ordered on a day in the store's time zone, or since. */
export function inactiveSince(day: string, timeZone: string): Sql {
  const start = startOfDay(day, timeZone);
  return sql`
    COALESCE(u.last_activity, 0) < ${start}
    AND NOT EXISTS (SELECT 1 FROM activity_days a WHERE a.user_id = u.id AND a.day >= ${day})
    AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.user_id = u.id AND o.timestamp >= ${start})`;
}
