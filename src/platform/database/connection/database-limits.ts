import { MINUTE_MS, SECOND_MS } from '../../common/durations.js';

/** How long a process waits for its database, in milliseconds. What takes longer fails, and a request is answered with 503. */
export interface DatabaseLimits {
  /** For a connection, and for the turn to write. */
  readonly wait: number;
  /** For a row that another transaction has locked, and on SQLite for the lock of another process. */
  readonly lock: number;
  /** For one statement of a request. */
  readonly statement: number;
  /** For one statement of a report or an export, and of any job in a worker. */
  readonly job: number;
  /** For the next statement of an open transaction; PostgreSQL then ends its connection. */
  readonly idleTransaction: number;
}

export const DEFAULT_LIMITS: DatabaseLimits = {
  wait: 8 * SECOND_MS,
  lock: 5 * SECOND_MS,
  statement: 10 * SECOND_MS,
  job: 10 * MINUTE_MS,
  idleTransaction: MINUTE_MS,
};
