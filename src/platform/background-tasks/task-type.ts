import type { Sql } from '../database/transaction.js';
import type { Topic } from '../realtime/topics.js';

/**
 * A type of long-running task whose state is a row, such as an export. Its table has the columns of `TaskRow`, and
 * `lease_until`. A task waits in the status `queued`.
 */
export interface TaskType {
  /** Also the name of the folder with its files. */
  readonly table: string;
  readonly topic: (id: string) => Topic;
  /** Statuses of a task in progress. It starts in the first, and can still be cancelled in it. */
  readonly activeStatuses: readonly [string, ...string[]];
  /** Statuses that no longer change by themselves. */
  readonly finalStatuses: readonly string[];
  /** Maximum number of unfinished tasks of one user. */
  readonly maxPerUser: number;
  readonly maxAttempts: number;
  readonly errors: {
    readonly notFound: () => Error;
    readonly tooMany: (max: number) => Error;
  };
  /** Messages of failed tasks, by the code that their row contains. */
  readonly failures: Readonly<Record<string, string>>;
  /** Code of a task that has failed in every attempt. */
  readonly repeatedFailure: string;
  /** Returns the statements that expire and delete rows, in their order. @param now milliseconds since 1970 */
  readonly expiry: (now: number) => readonly Sql[];
  /** Returns the condition for the rows that need their file. @param now milliseconds since 1970 */
  readonly needsFile: (now: number) => Sql;
}
