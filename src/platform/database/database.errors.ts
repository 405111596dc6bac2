import { QueryFailedError } from 'typeorm';
import { defineErrors } from '../common/errors/define-errors.js';

interface DriverError {
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
}

export const databaseErrors = defineErrors('database', {
  /** The database is unreachable, shutting down or full. Nothing was changed, and a retry may succeed. */
  unavailable: {
    kind: 'unavailable',
    title: 'The store cannot save right now',
    detail: 'Nothing has been changed. Please try again in a moment.',
    extensions: () => ({ retryAfterSeconds: 2 }),
  },
});

/** Converts a driver error to `database.unavailable` if its code says so; returns any other error unchanged. */
export function translateDriverError(error: unknown): unknown {
  const code = driverErrorOf(error)?.code;
  if (typeof code !== 'string') return error;
  const unavailable = UNAVAILABLE.has(code) || code.startsWith('SQLITE_IOERR') || code.startsWith('08');
  return unavailable ? databaseErrors.unavailable() : error;
}

/** Connection error codes of Node, error codes of PostgreSQL (appendix A of its manual), and result codes of SQLite. */
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOSPC',
  'EDQUOT',
  '53100',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '40001',
  '40P01',
  'SQLITE_FULL',
  'SQLITE_BUSY',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
]);

/** Returns true for a serialization failure or a deadlock, after which PostgreSQL expects a retry of the transaction. */
export function isRetryable(error: unknown): boolean {
  const code = driverErrorOf(error)?.code;
  return code === '40001' || code === '40P01';
}

/**
 * Returns true if an error is a violation of the given unique constraint.
 *
 * @param constraint name of the constraint, as PostgreSQL reports it
 * @param columns its columns, as SQLite reports them: `users.username`, or several separated by a comma and a space
 */
export function isUniqueViolation(error: unknown, constraint: string, columns: string): boolean {
  const driverError = driverErrorOf(error);
  if (driverError?.code === '23505') return driverError.constraint === constraint;
  const isSqlite =
    driverError?.code === 'SQLITE_CONSTRAINT_UNIQUE' || driverError?.code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
  return isSqlite && driverError.message === `UNIQUE constraint failed: ${columns}`;
}

/** Returns true if one of the store's own triggers refused a row by a rule that no constraint can express. */
export function isRefusedByTrigger(error: unknown, rule: string): boolean {
  const { code, constraint, message } = driverErrorOf(error) ?? {};
  return (
    (code === '23514' && constraint === rule) || (code === 'SQLITE_CONSTRAINT_TRIGGER' && message === rule)
  );
}

function driverErrorOf(error: unknown): DriverError | undefined {
  if (error instanceof QueryFailedError) return error.driverError as DriverError;
  return error instanceof Error ? error : undefined;
}
