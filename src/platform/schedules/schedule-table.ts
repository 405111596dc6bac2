/** Work that is done again and again. */
export interface Schedule {
  readonly name: string;
  /** Minute, hour, day of the month, month, day of the week: in the time zone of the store. */
  readonly cron: string;
  readonly what: string;
  /** How many periods that were missed are made up for after a downtime, the latest ones. */
  readonly catchUp: number;
}

/** All that is done by the clock. What each does is said where the feature registers it with `Schedules`. */
export const SCHEDULES = [
  { name: 'low-stock', cron: '2 * * * *', what: 'Mails managers what ran low in the past hour', catchUp: 1 },
  { name: 'clean-up', cron: '30 3 * * *', what: 'Deletes what has expired', catchUp: 1 },
  { name: 'monthly-report', cron: '0 7 1 * *', what: 'Mails everyone the past month', catchUp: 12 },
  { name: 'daily-reminder', cron: '0 18 * * *', what: 'Reminds shoppers who did not come today', catchUp: 1 },
] as const satisfies readonly Schedule[];

export type ScheduleName = (typeof SCHEDULES)[number]['name'];
