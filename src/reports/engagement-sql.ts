import type { Dialect } from '../database/dialect.js';
import { sql, type Sql } from '../database/transaction.js';
import { MONTH } from './active-shoppers.js';
import { dayNumber, dayText } from './calendar-days.js';
import type { Cohort } from './engagement-report.dto.js';
import { dayOfDate, isBefore, isUpTo, localDay, localMonth, monthOfDate, within } from './local-time.js';
import { FIRST_DAY } from './report-range.js';
import type { StoreDays } from './store-days.js';
import type { Part } from './stock-lists.js';

/* The statements of the engagement report. Everybody's activity is in `activity_days`, and in the orders they placed. */

const SHOPPERS = sql`(SELECT id FROM users WHERE role = 'user')`;

/** Each shopper's days of activity, once each: user_id and the day's number. */
function activeDays(dialect: Dialect, days: StoreDays): Sql {
  const { from, to } = days.texts;
  return sql`
    SELECT a.user_id, ${dayOfDate(dialect, sql`a.day`)} AS day FROM activity_days a
    WHERE a.day >= ${from} AND a.day <= ${to} AND a.user_id IN ${SHOPPERS}
    UNION
    SELECT o.user_id, ${localDay(sql`o.timestamp`, days)} FROM orders o
    WHERE ${within(sql`o.timestamp`, days)} AND o.user_id IN ${SHOPPERS}`;
}

/** How many shoppers came on each day, by how long they did not come again after it. */
export function visits(dialect: Dialect, days: StoreDays): Sql {
  return sql`
    WITH active AS (${activeDays(dialect, days)}),
      spaced AS (SELECT day, lead(day) OVER (PARTITION BY user_id ORDER BY day) - day AS gap FROM active)
    SELECT day, CASE WHEN gap < ${MONTH} THEN gap ELSE ${MONTH} END AS gap, count(*) AS shoppers
    FROM spaced GROUP BY 1, 2`;
}

/** How many shoppers came in these days, and how many of them had registered before. */
export function activeInAll(dialect: Dialect, days: StoreDays): Sql {
  return sql`
    WITH active AS (SELECT DISTINCT user_id FROM (${activeDays(dialect, days)}) AS each_day)
    SELECT count(*) AS active, count(CASE WHEN ${isBefore(sql`u.created_at`, days)} THEN 1 END) AS returning_shoppers
    FROM active JOIN users u ON u.id = active.user_id`;
}

/** How many shoppers registered on each day. */
export function registrations(days: StoreDays): Sql {
  return sql`
    SELECT ${localDay(sql`u.created_at`, days)} AS day, count(*) AS shoppers FROM users u
    WHERE u.role = 'user' AND ${within(sql`u.created_at`, days)} GROUP BY 1`;
}

/**
 * Approved shoppers who did not come in any of these days and had registered before, with the last day on which they came:
 * the number of it, or null.
 */
export function dormant(dialect: Dialect, days: StoreDays, { limit, offset }: Part): Sql {
  return sql`
    SELECT seen.id, seen.username, seen.display_name, seen.last_day, count(*) OVER () AS found FROM (
      SELECT id, username, display_name, created_at,
             CASE WHEN visited IS NULL OR ordered > visited THEN ordered ELSE visited END AS last_day
      FROM (
        SELECT u.id, u.username, u.display_name, u.created_at,
          (SELECT ${dayOfDate(dialect, sql`max(a.day)`)} FROM activity_days a
           WHERE a.user_id = u.id AND a.day <= ${dayText(days.last)}) AS visited,
          (SELECT ${localDay(sql`max(o.timestamp)`, days.since(dayNumber(FIRST_DAY)))} FROM orders o
           WHERE o.user_id = u.id AND ${isUpTo(sql`o.timestamp`, days)}) AS ordered
        FROM users u
        WHERE u.role = 'user' AND u.status = 'approved' AND ${isBefore(sql`u.created_at`, days)}) AS each_shopper) AS seen
    WHERE seen.last_day IS NULL OR seen.last_day < ${days.first}
    ORDER BY coalesce(seen.last_day, -1), seen.created_at, seen.id LIMIT ${limit} OFFSET ${offset}`;
}

/** Who belongs to the cohort of which month: user_id and month. */
function members(dialect: Dialect, cohort: Cohort, days: StoreDays): Sql {
  if (cohort === 'registration') {
    return sql`
      SELECT u.id AS user_id, ${localMonth(dialect, sql`u.created_at`, days)} AS month FROM users u
      WHERE u.role = 'user' AND ${within(sql`u.created_at`, days)}`;
  }
  return sql`
    SELECT f.user_id, ${localMonth(dialect, sql`f.at`, days)} AS month
    FROM (SELECT o.user_id, min(o.timestamp) AS at FROM orders o WHERE o.status <> 'cancelled' GROUP BY o.user_id) AS f
    JOIN users u ON u.id = f.user_id WHERE u.role = 'user' AND ${within(sql`f.at`, days)}`;
}

/** How many shoppers each month's cohort has. */
export function cohortSizes(dialect: Dialect, cohort: Cohort, days: StoreDays): Sql {
  return sql`SELECT m.month, count(*) AS shoppers FROM (${members(dialect, cohort, days)}) AS m GROUP BY 1`;
}

/** How many of each month's cohort came in each month. */
export function cohortActivity(dialect: Dialect, cohort: Cohort, days: StoreDays): Sql {
  const { from, to } = days.texts;
  return sql`
    WITH members AS (${members(dialect, cohort, days)}),
      active AS (
        SELECT a.user_id, ${monthOfDate(dialect, sql`a.day`)} AS month FROM activity_days a
        WHERE a.day >= ${from} AND a.day <= ${to}
        UNION
        SELECT o.user_id, ${localMonth(dialect, sql`o.timestamp`, days)} FROM orders o
        WHERE ${within(sql`o.timestamp`, days)})
    SELECT m.month AS cohort, active.month, count(*) AS shoppers
    FROM members m JOIN active ON active.user_id = m.user_id GROUP BY 1, 2`;
}
