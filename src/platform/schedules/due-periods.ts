import { CronExpressionParser } from 'cron-parser';
import type { Schedule } from './schedule-table.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far to look back for a period: what is due each hour is not gone through for a year to find the last time. */
const WINDOWS = [2 * HOUR, 2 * DAY, 62 * DAY, Infinity];

/**
 * The instants, in milliseconds since 1970 and oldest first, at which a schedule was due after one instant and up to
 * another: the latest of them, as many as it makes up for.
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

/** Forwards, since backwards the parser finds an hour that comes twice in autumn twice. */
function between(cron: string, timeZone: string, after: number, upTo: number): number[] {
  const times = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: new Date(after) });
  const due: number[] = [];
  for (let time = times.next().getTime(); time <= upTo; time = times.next().getTime()) due.push(time);
  return due;
}

/** When a schedule is due next after an instant. */
export function nextDue({ cron }: Pick<Schedule, 'cron'>, timeZone: string, after: number): number {
  return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: new Date(after) })
    .next()
    .getTime();
}
