import { CronExpressionParser } from 'cron-parser';
import { DAY_MS, HOUR_MS } from '../common/durations.js';
import type { Schedule } from './schedule-table.js';

/** How far to look back for due times, smallest first: an hourly schedule is not enumerated for a year to find its last time. */
const WINDOWS = [2 * HOUR_MS, 2 * DAY_MS, 62 * DAY_MS, Infinity];

/**
 * Returns when a schedule was due after one instant and up to another: the latest times, as many as it catches up on, oldest
 * first, in milliseconds since 1970.
 */
export function duePeriods(
  { cron, catchUp }: Pick<Schedule, 'cron' | 'catchUp'>,
  timeZone: string,
  after: number,
  upTo: number,
): number[] {
  for (const window of WINDOWS) {
    const from = Math.max(after, upTo - window * catchUp);
    const due = between(cron, timeZone, from, upTo);
    if (due.length >= catchUp || from === after) return due.slice(-catchUp);
  }
  return [];
}

/** Enumerates forwards: backwards, the parser finds the repeated hour in autumn twice. */
function between(cron: string, timeZone: string, after: number, upTo: number): number[] {
  const times = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: new Date(after) });
  const due: number[] = [];
  for (let time = times.next().getTime(); time <= upTo; time = times.next().getTime()) due.push(time);
  return due;
}

/** Returns when a schedule is next due after an instant. */
export function nextDue({ cron }: Pick<Schedule, 'cron'>, timeZone: string, after: number): number {
  return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: new Date(after) })
    .next()
    .getTime();
}
