/** Work that recurs. */
export interface Schedule {
  readonly name: string;
  /** Minute, hour, day of the month, month, day of the week, in the store's time zone. */
  readonly cron: string;
  readonly what: string;
  /** Number of missed periods that are caught up on after a downtime: the latest ones. */
  readonly catchUp: number;
}

/** Every schedule. Features register the work of each with `Schedules`. */
export const SCHEDULES = [
  { name: 'low-stock', cron: '2 * * * *', what: 'Mails managers what ran low in the past hour', catchUp: 1 },
  { name: 'clean-up', cron: '30 3 * * *', what: 'Deletes what has expired', catchUp: 1 },
  { name: 'monthly-report', cron: '0 7 1 * *', what: 'Mails everyone the past month', catchUp: 12 },
  { name: 'daily-reminder', cron: '0 18 * * *', what: 'Reminds shoppers who did not come today', catchUp: 1 },
] as const satisfies readonly Schedule[];

export type ScheduleName = (typeof SCHEDULES)[number]['name'];
