import { DAY_MS } from '../common/durations.js';
import type { Dialect } from '../database/dialect.js';
import { join, sql, type Sql } from '../database/transaction.js';
import type { DayRange } from './day-ranges.js';

/*
 * SQL for both databases that converts instants to the store's local time. UTC offsets are passed as values: neither
 * database needs time zone data, and both compute the same numbers. Divisors are literals in the SQL text, because SQLite's
 * driver binds numbers as floats, which do not truncate.
 */

/** Converts a column of instants in or near these days to local milliseconds since 1970-01-01 00:00. */
function localTime(column: Sql, { offsets }: DayRange): Sql {
  const last = offsets.length - 1;
  const cases = offsets.slice(0, last).map(({ offset }, i) => {
    const until = offsets[i + 1]?.since;
    return sql`WHEN ${column} < ${until} THEN CAST(${offset} AS bigint)`;
  });
  const lastOffset = sql`CAST(${offsets.at(-1)?.offset} AS bigint)`;
  return cases.length === 0
    ? sql`(${column} + ${lastOffset})`
    : sql`(${column} + CASE ${join(cases, ' ')} ELSE ${lastOffset} END)`;
}

/** Computes the day number of an instant. */
export function localDay(column: Sql, days: DayRange): Sql {
  return sql`${localTime(column, days)} / 86400000`;
}

/** Computes the local hour of an instant, from 0 to 23. */
export function localHour(column: Sql, days: DayRange): Sql {
  return sql`${localTime(column, days)} / 3600000 % 24`;
}

/** Computes the local month of an instant, as YYYY-MM. */
export function localMonth(dialect: Dialect, column: Sql, days: DayRange): Sql {
  const time = localTime(column, days);
  return dialect.name === 'sqlite'
    ? sql`strftime('%Y-%m', ${time} / 1000, 'unixepoch')`
    : sql`to_char(to_timestamp(${time} / 1000) AT TIME ZONE 'UTC', 'YYYY-MM')`;
}

/** Computes the day number of a date column. */
export function dayOfDate(dialect: Dialect, column: Sql): Sql {
  return dialect.name === 'sqlite'
    ? sql`CAST(strftime('%s', ${column}) AS bigint) / 86400`
    : sql`CAST(${column} - DATE '1970-01-01' AS bigint)`;
}

/** True if an instant lies in these days. */
export function inDateRange(column: Sql, days: DayRange): Sql {
  return sql`${isFrom(column, days)} AND ${isUpTo(column, days)}`;
}

/** True if an instant lies before these days. */
export function isBefore(column: Sql, days: DayRange): Sql {
  return sql`NOT (${isFrom(column, days)})`;
}

/** True if an instant lies in these days or before them. */
export function isUpTo(column: Sql, days: DayRange): Sql {
  if (days.ends !== undefined) return sql`${column} < ${days.ends}`;
  const until = (days.last + 1) * DAY_MS;
  return sql`${column} < ${until - minOffset(days)} AND ${localTime(column, days)} < ${until}`;
}

/** If a day begins twice, a coarse bound that can use an index comes first, and then the exact local time. */
function isFrom(column: Sql, days: DayRange): Sql {
  if (days.begins !== undefined) return sql`${column} >= ${days.begins}`;
  const from = days.first * DAY_MS;
  return sql`${column} >= ${from - maxOffset(days)} AND ${localTime(column, days)} >= ${from}`;
}

const minOffset = ({ offsets }: DayRange): number => Math.min(...offsets.map(({ offset }) => offset));
const maxOffset = ({ offsets }: DayRange): number => Math.max(...offsets.map(({ offset }) => offset));
