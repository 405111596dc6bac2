import { QueryFailedError } from 'typeorm';
import { DomainError } from '../common/domain-error.js';

interface DriverError {
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
}

/** The database cannot be reached, is shutting down, or has no room left: nothing happened, and it may go through later. */
export class DatabaseUnavailable extends DomainError {
  readonly code = 'database.unavailable';
  readonly kind = 'unavailable';
  readonly title = 'The store cannot save right now';

  constructor() {
    super('Nothing has been changed. Please try again in a moment.', { retryAfterSeconds: 2 });
  }
}

/** A driver's error as {@link DatabaseUnavailable} where that is what it means; any other error as it is. */
export function translateDriverError(error: unknown): unknown {
  const code = driverErrorOf(error)?.code;
  if (typeof code !== 'string') return error;
  const unavailable = UNAVAILABLE.has(code) || code.startsWith('SQLITE_IOERR') || code.startsWith('08');
  return unavailable ? new DatabaseUnavailable() : error;
}

/** Node's connection errors, PostgreSQL's (appendix A of its manual), and SQLite's result codes. */
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
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

/** Serialization failure and deadlock: PostgreSQL asks to run the transaction again. */
export function isRetryable(error: unknown): boolean {
  const code = driverErrorOf(error)?.code;
  return code === '40001' || code === '40P01';
}

/**
 * Whether an error is a second row where a unique constraint allows one.
 *
 * @param constraint the constraint's name, by which PostgreSQL reports it
 * @param columns its columns as SQLite reports them: `users.username`, or several with a comma and a space
 */
export function isUniqueViolation(error: unknown, constraint: string, columns: string): boolean {
  const driverError = driverErrorOf(error);
  if (driverError?.code === '23505') return driverError.constraint === constraint;
  const isSqlite =
    driverError?.code === 'SQLITE_CONSTRAINT_UNIQUE' || driverError?.code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
  return isSqlite && driverError.message === `UNIQUE constraint failed: ${columns}`;
}

/** Whether a trigger of the store's own has refused a row, in the name of a rule that no constraint could express. */
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
