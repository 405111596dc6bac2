/*
 * A day of the calendar as a number: the days since 1970-01-01, which was a Thursday. So days can be counted, compared and
 * grouped without a thought to time zones or to how long each of them was.
 */

/** Milliseconds of a day that no clock change makes longer or shorter. */
export const DAY = 86_400_000;

/** The number of a day that is given as YYYY-MM-DD. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** A day's number as YYYY-MM-DD. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts them. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of a day's week. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day) + 1;
}

/** The ISO week that a day belongs to, such as 2026-W01. Its year is the one that its Thursday lies in. */
export function weekOf(day: number): string {
  const thursday = mondayOf(day) + 3;
  const year = dayText(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The month that a day belongs to, as YYYY-MM. */
export function monthOf(day: number): string {
  return dayText(day).slice(0, 7);
}

/** The first and the last day of a month that is given as YYYY-MM. */
export function daysOfMonth(month: string): { readonly first: number; readonly last: number } {
  return { first: dayNumber(`${month}-01`), last: dayNumber(`${monthAfter(month)}-01`) - 1 };
}

/** The month that comes before, as YYYY-MM. */
export function monthBefore(month: string): string {
  return monthOf(daysOfMonth(month).first - 1);
}

/** The month that follows, as YYYY-MM. */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  // JavaScript counts months from 0: the number of this one is the index of the next.
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}
