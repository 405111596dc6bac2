import { CronExpressionParser } from 'cron-parser';
import type { Schedule } from './schedule-table.js';

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
  // Forwards, since backwards the parser finds an hour that comes twice in autumn twice.
  const times = CronExpressionParser.parse(cron, { tz: timeZone, currentDate: new Date(after) });
  let due: number[] = [];
  for (let time = times.next().getTime(); time <= upTo; time = times.next().getTime()) {
    due = [...due, time].slice(-catchUp);
  }
  return due;
}

/** When a schedule is due next after an instant. */
export function nextDue({ cron }: Pick<Schedule, 'cron'>, timeZone: string, after: number): number {
  return CronExpressionParser.parse(cron, { tz: timeZone, currentDate: new Date(after) })
    .next()
    .getTime();
}
