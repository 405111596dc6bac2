import type { TaskFile } from '../platform/background-tasks/task-files.js';
import type { TaskType } from '../platform/background-tasks/task-type.js';
import { DAY_MS } from '../platform/common/durations.js';
import { sql } from '../platform/database/transaction.js';
import { IS_CHECKABLE, latestExpiredCheck } from './requests/checked-import.js';
import { IMPORT_FAILURES, importErrors } from './imports.errors.js';

const ROW_RETENTION_MS = 90 * DAY_MS;

/** Imports as background tasks. */
export const IMPORTS: TaskType = {
  table: 'imports',
  topic: (id) => `import:${id}`,
  activeStatuses: ['validating', 'applying'],
  finalStatuses: ['done', 'invalid', 'failed', 'cancelled'],
  maxPerUser: 5,
  maxAttempts: 5,
  errors: {
    notFound: () => importErrors['not-found'](),
    tooMany: (max) => importErrors['too-many']({ max }),
  },
  failures: IMPORT_FAILURES,
  repeatedFailure: 'imports.failed',
  expiry: (now) => [
    sql`DELETE FROM imports
        WHERE status IN ('done', 'invalid', 'failed', 'cancelled') AND created_at < ${now - ROW_RETENTION_MS}`,
  ],
  needsFile: (now) => sql`status IN ('queued', 'validating', 'applying')
    OR (${IS_CHECKABLE} AND finished_at > ${latestExpiredCheck(now)})`,
};

/** Returns the identity of the uploaded file. */
export function importFile(id: string): TaskFile {
  return { type: IMPORTS, id };
}
