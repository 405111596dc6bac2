import { WEEK_MS } from '../../platform/common/durations.js';
import { sql } from '../../platform/database/transaction.js';

const FILE_RETENTION_MS = WEEK_MS;

/** Condition for an import that was checked without errors and has not been applied. */
export const IS_CHECKED = sql`dry_run = ${true} AND status = 'done'`;

/** Condition for an import that was checked, with or without errors, and can be checked again. */
export const IS_CHECKABLE = sql`dry_run = ${true} AND status IN ('done', 'invalid')`;

/** Returns the time until which the file of a checked import is retained to be applied or checked again. Milliseconds since 1970. */
export function fileExpiresAt(checkedAt: number): number {
  return checkedAt + FILE_RETENTION_MS;
}

/** Returns the latest time of a check whose file has expired. */
export function latestExpiredCheck(now: number): number {
  return now - FILE_RETENTION_MS;
}
