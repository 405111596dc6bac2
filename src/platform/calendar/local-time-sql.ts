import type { Dialect } from '../database/dialect.js';
import { join, sql, type Sql } from '../database/transaction.js';
import { DAY } from './calendar-days.js';
import type { DayRange } from './day-ranges.js';

/*
 * Instants as the store's clocks show them, in SQL that both databases run. The offsets come along as values, so neither
 * needs to know any time zone, and both come to the same figures. Whole numbers stand in the text where they divide: a
 * value that is bound is a float to SQLite's driver, and would not cut off.
 */

/** Milliseconds since 1970-01-01 00:00 of the clocks, for a column of instants that lie in or near these days. */
function localTime(column: Sql, { offsets }: DayRange): Sql {
  const last = offsets.length - 1;
  const whens = offsets.slice(0, last).map(({ offset }, i) => {
    const until = offsets[i + 1]?.since;
    return sql`WHEN ${column} < ${until} THEN CAST(${offset} AS bigint)`;
  });
  const ahead = sql`CAST(${offsets.at(-1)?.offset} AS bigint)`;
  return whens.length === 0
    ? sql`(${column} + ${ahead})`
    : sql`(${column} + CASE ${join(whens, ' ')} ELSE ${ahead} END)`;
}

/** The number of the day on which an instant lies. */
export function localDay(column: Sql, days: DayRange): Sql {
  return sql`${localTime(column, days)} / 86400000`;
}

/** The hour in which an instant lies, from 0 to 23. */
export function localHour(column: Sql, days: DayRange): Sql {
  return sql`${localTime(column, days)} / 3600000 % 24`;
}

/** The month in which an instant lies, as YYYY-MM. */
export function localMonth(dialect: Dialect, column: Sql, days: DayRange): Sql {
  const time = localTime(column, days);
  return dialect.name === 'sqlite'
    ? sql`strftime('%Y-%m', ${time} / 1000, 'unixepoch')`
    : sql`to_char(to_timestamp(${time} / 1000) AT TIME ZONE 'UTC', 'YYYY-MM')`;
}

/** The number of the day that a column of dates holds. */
export function dayOfDate(dialect: Dialect, column: Sql): Sql {
  return dialect.name === 'sqlite'
    ? sql`CAST(strftime('%s', ${column}) AS bigint) / 86400`
    : sql`CAST(${column} - DATE '1970-01-01' AS bigint)`;
}

/** Whether an instant lies in these days. */
export function inDateRange(column: Sql, days: DayRange): Sql {
  return sql`${isFrom(column, days)} AND ${isUpTo(column, days)}`;
}

/** Whether an instant lies before these days. */
export function isBefore(column: Sql, days: DayRange): Sql {
  return sql`NOT (${isFrom(column, days)})`;
}

/** Whether an instant lies in these days or before them. */
export function isUpTo(column: Sql, days: DayRange): Sql {
  if (days.ends !== undefined) return sql`${column} < ${days.ends}`;
  const until = (days.last + 1) * DAY;
  return sql`${column} < ${until - leastOffset(days)} AND ${localTime(column, days)} < ${until}`;
}

/** Where a day begins twice, a bound that an index can be searched by comes first, and then what the clocks say. */
function isFrom(column: Sql, days: DayRange): Sql {
  if (days.begins !== undefined) return sql`${column} >= ${days.begins}`;
  const from = days.first * DAY;
  return sql`${column} >= ${from - mostOffset(days)} AND ${localTime(column, days)} >= ${from}`;
}

const leastOffset = ({ offsets }: DayRange): number => Math.min(...offsets.map(({ offset }) => offset));
const mostOffset = ({ offsets }: DayRange): number => Math.max(...offsets.map(({ offset }) => offset));
