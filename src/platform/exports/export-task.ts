import type { TaskType } from '../background-tasks/task-type.js';
import { DAY_MS } from '../common/durations.js';
import { sql } from '../database/transaction.js';
import { EXPORT_FAILURES, exportErrors } from './exports.errors.js';

const ROW_RETENTION_MS = 30 * DAY_MS;

/** Exports as background tasks. */
export const EXPORTS: TaskType = {
  table: 'exports',
  topic: (id) => `export:${id}`,
  activeStatuses: ['running'],
  finalStatuses: ['done', 'failed', 'cancelled', 'expired'],
  maxPerUser: 5,
  maxAttempts: 5,
  errors: {
    notFound: () => exportErrors['not-found'](),
    tooMany: (max) => exportErrors['too-many']({ max }),
  },
  failures: EXPORT_FAILURES,
  repeatedFailure: 'exports.failed',
  expiry: (now) => [
    sql`UPDATE exports SET status = 'expired' WHERE status = 'done' AND expires_at <= ${now}`,
    sql`DELETE FROM exports
        WHERE status IN ('failed', 'cancelled', 'expired') AND created_at < ${now - ROW_RETENTION_MS}`,
  ],
  needsFile: () => sql`status IN ('running', 'done')`,
};
