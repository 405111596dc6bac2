import { sql } from '../platform/database/transaction.js';

const DAY = 24 * 3_600_000;
const DAYS_KEPT = 7;

/** An import that has been checked, with nothing found wrong, and not been applied. */
export const IS_CHECKED = sql`dry_run = ${true} AND status = 'done'`;

/** Until when the file of a checked import is kept, so that it can be applied as it is. Milliseconds since 1970. */
export function keptUntil(checkedAt: number): number {
  return checkedAt + DAYS_KEPT * DAY;
}

/** The latest time of a check whose file is no longer kept. */
export function checkedTooLongAgo(now: number): number {
  return now - DAYS_KEPT * DAY;
}
