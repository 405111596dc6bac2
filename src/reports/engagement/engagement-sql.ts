import { dayNumber, formatDay } from '../../platform/calendar/calendar-days.js';
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
import { countsAsSale } from '../../rules/order-status/order-status-sql.js';
import { FIRST_DAY } from '../report-range.js';
import type { Part } from '../stock/stock-queries.js';
import { MONTH_DAYS } from './active-shoppers.js';
import type { Cohort } from './engagement-report.dto.js';

/* Statements of the engagement report. Activity is in `activity_days`, and in the orders placed. */

/** Staff are far fewer than shoppers, so excluding them is faster than selecting shoppers. */
const STAFF = sql`(SELECT id FROM users WHERE role <> 'user')`;

/**
 * Counts the shoppers active on each day, by the days until their next activity. A shopper with an activity row and an
 * order on one day has a gap of 0 in between, which is not counted.
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
    SELECT day, CASE WHEN gap < ${MONTH_DAYS} THEN gap ELSE ${MONTH_DAYS} END AS gap, count(*) AS shoppers
    FROM spaced WHERE gap IS NULL OR gap > 0 GROUP BY 1, 2`;
}

/** Condition that a user was active in these days. EXISTS stops at the first matching row of each user. */
function wasActiveIn(userId: Sql, days: DayRange): Sql {
  const { from, to } = days.texts;
  return sql`(
    EXISTS (SELECT 1 FROM activity_days a WHERE a.user_id = ${userId} AND a.day >= ${from} AND a.day <= ${to})
    OR EXISTS (SELECT 1 FROM orders o WHERE o.user_id = ${userId} AND ${inDateRange(sql`o.timestamp`, days)}))`;
}

/** Counts the shoppers active in these days, and those of them who had registered before. */
export function activeInAll(days: DayRange): Sql {
  return sql`
    SELECT count(*) AS active, count(CASE WHEN ${isBefore(sql`u.created_at`, days)} THEN 1 END) AS returning_shoppers
    FROM users u WHERE u.role = 'user' AND ${wasActiveIn(sql`u.id`, days)}`;
}

/** Counts the registrations of each day. */
export function registrations(days: DayRange): Sql {
  return sql`
    SELECT ${localDay(sql`u.created_at`, days)} AS day, count(*) AS shoppers FROM users u
    WHERE u.role = 'user' AND ${inDateRange(sql`u.created_at`, days)} GROUP BY 1`;
}

/**
 * Selects approved shoppers who had registered before these days and were not active in them, with the number of their
 * last active day, or null.
 */
export function dormant(dialect: Dialect, days: DayRange, { limit, offset }: Part): Sql {
  return sql`
    SELECT seen.id, seen.username, seen.display_name, seen.last_day, count(*) OVER () AS found FROM (
      SELECT id, username, display_name, created_at,
             CASE WHEN visited IS NULL OR ordered > visited THEN ordered ELSE visited END AS last_day
      FROM (
        SELECT u.id, u.username, u.display_name, u.created_at,
          (SELECT ${dayOfDate(dialect, sql`max(a.day)`)} FROM activity_days a
           WHERE a.user_id = u.id AND a.day <= ${formatDay(days.last)}) AS visited,
          (SELECT ${localDay(sql`o.timestamp`, days.since(dayNumber(FIRST_DAY)))} FROM orders o
           WHERE o.user_id = u.id AND ${isUpTo(sql`o.timestamp`, days)} ORDER BY o.timestamp DESC LIMIT 1) AS ordered
        FROM users u
        WHERE u.role = 'user' AND u.status = 'approved' AND ${isBefore(sql`u.created_at`, days)}) AS each_shopper) AS seen
    WHERE seen.last_day IS NULL OR seen.last_day < ${days.first}
    ORDER BY coalesce(seen.last_day, -1), seen.created_at, seen.id LIMIT ${limit} OFFSET ${offset}`;
}

/** Selects the cohort members: user_id and month. */
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
        SELECT u.id AS user_id, (SELECT o.timestamp FROM orders o WHERE o.user_id = u.id AND ${countsAsSale('o.status')}
                                 ORDER BY o.timestamp LIMIT 1) AS at
        FROM users u WHERE u.role = 'user')
      SELECT user_id, at FROM firsts) AS f
    WHERE ${inDateRange(sql`f.at`, days)}`;
}

/** Counts the shoppers in the cohort of each month. */
export function cohortSizes(dialect: Dialect, cohort: Cohort, days: DayRange): Sql {
  return sql`SELECT m.month, count(*) AS shoppers FROM (${members(dialect, cohort, days)}) AS m GROUP BY 1`;
}

/**
 * Counts the shoppers of each cohort who were active in each month.
 *
 * @param days all months
 * @param months days of each month, by its name as YYYY-MM
 */
export function cohortActivity(
  dialect: Dialect,
  cohort: Cohort,
  days: DayRange,
  months: ReadonlyMap<string, DayRange>,
): Sql {
  const perMonth = [...months].map(
    ([month, range]) => sql`
      SELECT m.month AS cohort, CAST(${month} AS text) AS month, count(*) AS shoppers FROM members m
      WHERE m.month <= ${month} AND ${wasActiveIn(sql`m.user_id`, range)} GROUP BY m.month`,
  );
  return sql`WITH members AS MATERIALIZED (${members(dialect, cohort, days)}) ${join(perMonth, ' UNION ALL ')}`;
}
