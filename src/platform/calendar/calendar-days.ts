import { DAY_MS } from '../common/durations.js';
import { toIsoDate } from '../common/iso-time.js';

/*
 * A calendar day as a number: the days since 1970-01-01, which was a Thursday. Day numbers can be counted, compared and
 * grouped regardless of time zones and of the length of each day.
 */

/** Converts a day (YYYY-MM-DD) to its number. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** Formats a day's number as YYYY-MM-DD. */
export function formatDay(day: number): string {
  return toIsoDate(day * DAY_MS);
}

/** Returns the weekday of ISO 8601, from 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Returns the Monday of a day's week. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1;
}

/** Returns the ISO week of a day, such as 2026-W01. Its year is the year of its Thursday. */
export function isoWeekOf(day: number): string {
  const thursday = mondayOf(day) + 3;
  const year = formatDay(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Returns the month of a day as YYYY-MM. */
export function monthOf(day: number): string {
  return formatDay(day).slice(0, 7);
}

/** Returns the first and the last day of a month (YYYY-MM). */
export function daysOfMonth(month: string): { readonly first: number; readonly last: number } {
  return { first: dayNumber(`${month}-01`), last: dayNumber(`${monthAfter(month)}-01`) - 1 };
}

/** Returns the previous month as YYYY-MM. */
export function monthBefore(month: string): string {
  return monthOf(daysOfMonth(month).first - 1);
}

/** Returns the next month as YYYY-MM. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  // JavaScript counts months from 0, so this month's number is the index of the next month.
  return toIsoDate(Date.UTC(year, number, 1)).slice(0, 7);
}
