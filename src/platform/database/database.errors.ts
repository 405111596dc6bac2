import { defineErrors, isError } from '../common/errors/define-errors.js';
import { DomainError } from '../common/errors/domain-error.js';
import { driverErrorOf, failureOf } from './connection/failures.js';

const RETRY_AFTER_S = 2;

export const databaseErrors = defineErrors('database', {
  /** The database is unreachable, busy, shutting down or full. Nothing was changed, and a retry may succeed. */
  unavailable: {
    kind: 'unavailable',
    title: 'The store cannot answer right now',
    detail: (_: { cause?: unknown }) => 'Nothing has been changed. Please try again in a moment.',
    extensions: () => ({ retryAfterSeconds: RETRY_AFTER_S }),
  },
  /** The connection was lost while something was being saved, or after a part of it. */
  'outcome-unknown': {
    kind: 'unavailable',
    title: 'It is not known whether this was saved',
    detail: (_: { cause?: unknown }) =>
      'The database gave no answer. See whether your change is there before you repeat it. ' +
      'A request with an Idempotency-Key may be repeated with the same key.',
    extensions: () => ({ retryAfterSeconds: RETRY_AFTER_S }),
  },
});

/**
 * Converts a failure of the database to an error of the table above; returns any other error unchanged.
 *
 * @param isUnchanged whether nothing has been changed if the statement was not done
 * @param mayBeDone whether a statement without an answer may have changed something: a COMMIT, not what comes before it
 */
export function translateFailure(
  error: unknown,
  { isUnchanged, mayBeDone }: { readonly isUnchanged: boolean; readonly mayBeDone: boolean },
): unknown {
  const failure = failureOf(error);
  if (failure === undefined) return error;
  const isKnown = isUnchanged && !(mayBeDone && failure === 'lost');
  return isKnown
    ? databaseErrors.unavailable({ cause: error })
    : databaseErrors['outcome-unknown']({ cause: error });
}

/** Returns true if the database failed, as an error of the table above or before it was translated. */
export function isDatabaseFailure(error: unknown): boolean {
  return error instanceof DomainError
    ? Object.values(databaseErrors).some((entry) => isError(error, entry))
    : failureOf(error) !== undefined;
}

/** Returns true for a serialization failure or a deadlock, after which PostgreSQL expects a retry of the transaction. */
export function isRetryable(error: unknown): boolean {
  const cause = error instanceof DomainError ? error.cause : error;
  const code = driverErrorOf(cause)?.code;
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
