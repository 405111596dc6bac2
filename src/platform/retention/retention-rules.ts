import { DAY_MS, HOUR_MS } from '../common/durations.js';
import type { Deletion } from '../database/delete-in-batches.js';
import { sql, type Sql } from '../database/transaction.js';

/** Age at which failed sign-ins no longer count. Longer than any delay that they cause. */
export const SIGN_IN_FAILURE_RETENTION_MS = HOUR_MS;

interface ExpiringRows {
  readonly table: string;
  /** Columns of the primary key, separated by commas. */
  readonly key: string;
  /** @param now milliseconds since 1970 */
  readonly expired: (now: number) => Sql;
}

/** Rows that are deleted when they expire. */
export interface RetentionRule {
  /** As the log names it. */
  readonly name: string;
  /** In this order. The rows of the last are counted; those before only refer to them. */
  readonly deletions: readonly ExpiringRows[];
}

/** Returns the condition that a time column is older than a retention. */
const olderThan =
  (column: string, retentionMs: number) =>
  (now: number): Sql =>
    sql([`${column} < `, ''], now - retentionMs);

/** Everything that expires as rows alone. Tasks that also delete files are `RetentionTask`s of their rooms. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    // Pending and failed events stay, however old they are.
    name: 'jobs.outbox-events',
    deletions: [{ table: 'outbox_events', key: 'id', expired: olderThan('completed_at', 30 * DAY_MS) }],
  },
  {
    // The latest run of each schedule stays: the next due time is calculated from it.
    name: 'jobs.schedule-runs',
    deletions: [
      {
        table: 'schedule_runs',
        key: 'schedule, due_at',
        expired: (now) => sql`due_at < ${now - 400 * DAY_MS} AND EXISTS (
          SELECT 1 FROM schedule_runs later
          WHERE later.schedule = schedule_runs.schedule AND later.due_at > schedule_runs.due_at)`,
      },
    ],
  },
  {
    // A used token is retained with its session, because its reuse means that it was stolen. Tokens are deleted first:
    // a session may have thousands, which would otherwise all be deleted in one statement.
    name: 'auth.sessions',
    deletions: [
      {
        table: 'refresh_tokens',
        key: 'token_hash',
        expired: (now) => sql`session_id IN (SELECT id FROM sessions WHERE expires_at <= ${now})`,
      },
      {
        table: 'sessions',
        key: 'id',
        expired: (now) => sql`expires_at <= ${now}
          AND NOT EXISTS (SELECT 1 FROM refresh_tokens WHERE refresh_tokens.session_id = sessions.id)`,
      },
    ],
  },
  {
    // A day later, so that a delayed mail still loads its reset and sees that it has expired.
    name: 'auth.password-resets',
    deletions: [
      { table: 'password_resets', key: 'id', expired: (now) => sql`expires_at <= ${now - DAY_MS}` },
    ],
  },
  {
    // As long as completed events, so that a delayed mail still finds the address that was replaced.
    name: 'users.email-confirmations',
    deletions: [
      { table: 'email_confirmations', key: 'id', expired: (now) => sql`expires_at <= ${now - 30 * DAY_MS}` },
    ],
  },
  {
    name: 'users.sign-in-attempts',
    deletions: [
      {
        table: 'sign_in_attempts',
        key: 'key',
        expired: (now) => sql`last_at < ${now - SIGN_IN_FAILURE_RETENTION_MS} AND blocked_until <= ${now}`,
      },
    ],
  },
  {
    // Reminders are scheduled by those of the past week. Older ones are retained for inquiries.
    name: 'users.reminders',
    deletions: [{ table: 'reminders', key: 'user_id, day', expired: olderThan('created_at', 400 * DAY_MS) }],
  },
  {
    // Twice the retention promised to clients.
    name: 'requests.idempotency-keys',
    deletions: [
      { table: 'idempotency_keys', key: 'user_id, key', expired: olderThan('created_at', 2 * DAY_MS) },
    ],
  },
  {
    // Longer than completed events are retained, since a retained event could be recorded again.
    name: 'catalog.low-stock-alerts',
    deletions: [{ table: 'low_stock_alerts', key: 'event_id', expired: olderThan('mailed_at', 90 * DAY_MS) }],
  },
  {
    // Their lines go with them. The newest sheet stays: the next number follows from it.
    name: 'stock-sheets.discarded',
    deletions: [
      {
        table: 'stock_sheets',
        key: 'id',
        expired: (now) => sql`status = 'discarded' AND changed_at < ${now - 30 * DAY_MS}
          AND EXISTS (SELECT 1 FROM stock_sheets later WHERE later.number > stock_sheets.number)`,
      },
    ],
  },
  {
    name: 'catalog.wishes',
    deletions: [{ table: 'product_wishes', key: 'id', expired: olderThan('last_at', 400 * DAY_MS) }],
  },
  {
    // Goods leave the store within days. What is left belongs to cancelled orders, and was put back without a word.
    name: 'orders.pick-ticks',
    deletions: [{ table: 'pick_ticks', key: 'item_id', expired: olderThan('at', 14 * DAY_MS) }],
  },
  {
    // Longer than a year, since missed months are caught up on that far back.
    name: 'reports.monthly-reports',
    deletions: [
      { table: 'monthly_reports', key: 'user_id, month', expired: olderThan('created_at', 400 * DAY_MS) },
    ],
  },
];

/** Returns the deletions of a rule at an instant. */
export function deletionsOf({ deletions }: RetentionRule, now: number): Deletion[] {
  return deletions.map(({ table, key, expired }) => ({ table, key, where: expired(now) }));
}
