import { dayNumber, dayText } from '../../platform/calendar/calendar-days.js';
import type { DayRange } from '../../platform/calendar/day-ranges.js';
import {
  dayOfDate,
  isBefore,
  isUpTo,
  localDay,
  localMonth,
  inDateRange,
} from '../../platform/calendar/local-time-sql.js';
import type { Dialect } from '../../platform/database/dialect.js';
import { join, sql, type Sql } from '../../platform/database/transaction.js';
import { FIRST_DAY } from '../report-range.js';
import type { Part } from '../stock/stock-queries.js';
import { MONTH } from './active-shoppers.js';
import type { Cohort } from './engagement-report.dto.js';

/* The statements of the engagement report. Everybody's activity is in `activity_days`, and in the orders they placed. */

/** Far fewer than shoppers, so that it is quicker to see that somebody isn't one of them. */
const STAFF = sql`(SELECT id FROM users WHERE role <> 'user')`;

/**
 * How many shoppers came on each day, by how long they did not come again after it. Whoever is known of twice on a day, by
 * activity and by an order, comes again after 0 days, and is counted where that isn't so.
 */
export function visits(dialect: Dialect, days: DayRange): Sql {
  const { from, to } = days.texts;
  return sql`
    WITH came AS (
      SELECT a.user_id, ${dayOfDate(dialect, sql`a.day`)} AS day FROM activity_days a
      WHERE a.day >= ${from} AND a.day <= ${to} AND a.user_id NOT IN ${STAFF}
      UNION ALL
      SELECT o.user_id, ${localDay(sql`o.timestamp`, days)} FROM orders o
      WHERE ${inDateRange(sql`o.timestamp`, days)} AND o.user_id NOT IN ${STAFF}),
    spaced AS (SELECT day, lead(day) OVER (PARTITION BY user_id ORDER BY day) - day AS gap FROM came)
    SELECT day, CASE WHEN gap < ${MONTH} THEN gap ELSE ${MONTH} END AS gap, count(*) AS shoppers
    FROM spaced WHERE gap IS NULL OR gap > 0 GROUP BY 1, 2`;
}

/** Whether somebody came in these days: it is looked up user by user, which ends with the first row that is found. */
function cameIn(userId: Sql, days: DayRange): Sql {
  const { from, to } = days.texts;
  return sql`(
    EXISTS (SELECT 1 FROM activity_days a WHERE a.user_id = ${userId} AND a.day >= ${from} AND a.day <= ${to})
    OR EXISTS (SELECT 1 FROM orders o WHERE o.user_id = ${userId} AND ${inDateRange(sql`o.timestamp`, days)}))`;
}

/** How many shoppers came in these days, and how many of them had registered before. */
export function activeInAll(days: DayRange): Sql {
  return sql`
    SELECT count(*) AS active, count(CASE WHEN ${isBefore(sql`u.created_at`, days)} THEN 1 END) AS returning_shoppers
    FROM users u WHERE u.role = 'user' AND ${cameIn(sql`u.id`, days)}`;
}

/** How many shoppers registered on each day. */
export function registrations(days: DayRange): Sql {
  return sql`
    SELECT ${localDay(sql`u.created_at`, days)} AS day, count(*) AS shoppers FROM users u
    WHERE u.role = 'user' AND ${inDateRange(sql`u.created_at`, days)} GROUP BY 1`;
}

/**
 * Approved shoppers who did not come in any of these days and had registered before, with the last day on which they came:
 * the number of it, or null.
 */
export function dormant(dialect: Dialect, days: DayRange, { limit, offset }: Part): Sql {
  return sql`
    SELECT seen.id, seen.username, seen.display_name, seen.last_day, count(*) OVER () AS found FROM (
      SELECT id, username, display_name, created_at,
             CASE WHEN visited IS NULL OR ordered > visited THEN ordered ELSE visited END AS last_day
      FROM (
        SELECT u.id, u.username, u.display_name, u.created_at,
          (SELECT ${dayOfDate(dialect, sql`max(a.day)`)} FROM activity_days a
           WHERE a.user_id = u.id AND a.day <= ${dayText(days.last)}) AS visited,
          (SELECT ${localDay(sql`o.timestamp`, days.since(dayNumber(FIRST_DAY)))} FROM orders o
           WHERE o.user_id = u.id AND ${isUpTo(sql`o.timestamp`, days)} ORDER BY o.timestamp DESC LIMIT 1) AS ordered
        FROM users u
        WHERE u.role = 'user' AND u.status = 'approved' AND ${isBefore(sql`u.created_at`, days)}) AS each_shopper) AS seen
    WHERE seen.last_day IS NULL OR seen.last_day < ${days.first}
    ORDER BY coalesce(seen.last_day, -1), seen.created_at, seen.id LIMIT ${limit} OFFSET ${offset}`;
}

/** Who belongs to the cohort of which month: user_id and month. */
function members(dialect: Dialect, cohort: Cohort, days: DayRange): Sql {
  if (cohort === 'registration') {
    return sql`
      SELECT u.id AS user_id, ${localMonth(dialect, sql`u.created_at`, days)} AS month FROM users u
      WHERE u.role = 'user' AND ${inDateRange(sql`u.created_at`, days)}`;
  }
  return sql`
    SELECT f.user_id, ${localMonth(dialect, sql`f.at`, days)} AS month
    FROM (
      WITH firsts AS MATERIALIZED (
        SELECT u.id AS user_id, (SELECT o.timestamp FROM orders o WHERE o.user_id = u.id AND o.status <> 'cancelled'
                                 ORDER BY o.timestamp LIMIT 1) AS at
        FROM users u WHERE u.role = 'user')
      SELECT user_id, at FROM firsts) AS f
    WHERE ${inDateRange(sql`f.at`, days)}`;
}

/** How many shoppers the cohort of each month has. */
export function cohortSizes(dialect: Dialect, cohort: Cohort, days: DayRange): Sql {
  return sql`SELECT m.month, count(*) AS shoppers FROM (${members(dialect, cohort, days)}) AS m GROUP BY 1`;
}

/**
 * How many of the cohort of each month came in each month.
 *
 * @param days all the months
 * @param months each of them, with its name as YYYY-MM
 */
export function cohortActivity(
  dialect: Dialect,
  cohort: Cohort,
  days: DayRange,
  months: ReadonlyMap<string, DayRange>,
): Sql {
  const each = [...months].map(
    ([month, of]) => sql`
      SELECT m.month AS cohort, CAST(${month} AS text) AS month, count(*) AS shoppers FROM members m
      WHERE m.month <= ${month} AND ${cameIn(sql`m.user_id`, of)} GROUP BY m.month`,
  );
  return sql`WITH members AS MATERIALIZED (${members(dialect, cohort, days)}) ${join(each, ' UNION ALL ')}`;
}
