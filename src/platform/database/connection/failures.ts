import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { DiskFullError } from '../../common/files/atomic-write.js';

/**
 * What a failure of the database, as opposed to a fault of a statement, says about the statement:
 *
 * - `unsent`: it never reached the database.
 * - `refused`: the database has answered that it did not do it.
 * - `lost`: no answer arrived. Whether it was done is unknown.
 */
type Failure = 'unsent' | 'refused' | 'lost';

/** Members of an error of pg, better-sqlite3 or Node.js that say what happened. */
interface DriverError {
  readonly code?: unknown;
  readonly severity?: unknown;
  readonly constraint?: unknown;
  readonly message: string;
}

/**
 * Returns what is known after an error, or undefined if the database was available and the statement is at fault. A file that
 * could not be written, because the disk is full, is like a statement that was refused.
 */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof QueryRunnerAlreadyReleasedError) return 'unsent';
  if (error instanceof DiskFullError) return 'refused';
  const { code, severity, message } = driverErrorOf(error) ?? { message: '' };
  if (!isUnavailability(code, message)) return undefined;
  if (!(error instanceof QueryFailedError) || UNSENT.test(message)) return 'unsent';
  return isAnswer(code, severity) ? 'refused' : 'lost';
}

/** Returns the error of the driver that TypeORM has wrapped. */
export function driverErrorOf(error: unknown): DriverError | undefined {
  if (error instanceof QueryFailedError) return error.driverError as DriverError;
  return error instanceof Error ? error : undefined;
}

/** Errors of pg for a connection that was lost before the statement: it has none of the codes below. */
const UNSENT = /is not queryable$/;

/** Messages of pg, pg-pool and TypeORM about a connection that was lost. None of them has a code. */
const CONNECTION_MESSAGES =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout (exceeded when trying to connect|expired)|Query read timeout|Cannot use a pool after|Driver not Connected)/;

/** Codes of Node.js and its system calls. */
const NETWORK_CODES =
  /^(ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|E(HOST|NET)(UNREACH|DOWN)|ENOTFOUND|EAI_AGAIN|ERR_STREAM_(DESTROYED|WRITE_AFTER_END)|ERR_SOCKET_CLOSED)$/;

/** Codes of Node.js for a full disk. */
const DISK_CODES = /^(ENOSPC|EDQUOT)$/;

/**
 * Codes of PostgreSQL, from appendix A of its manual: connection exceptions, read-only after a failover, ended by an idle
 * transaction, rollbacks by concurrency, lack of resources, limits of locks and statements, shutdown, and system errors.
 */
const POSTGRES_CODES = /^(08...|25006|25P03|40001|40P01|53...|55P03|57014|57P0[1-5]|58030)$/;

const SQLITE_CODES = /^SQLITE_(BUSY|LOCKED|FULL|READONLY|CANTOPEN|IOERR|PROTOCOL)(_|$)/;

function isUnavailability(code: unknown, message: string): boolean {
  if (typeof code !== 'string') return CONNECTION_MESSAGES.test(message);
  return [NETWORK_CODES, DISK_CODES, POSTGRES_CODES, SQLITE_CODES].some((codes) => codes.test(code));
}

/** A fatal error of PostgreSQL ends the connection: it may follow a statement that was done. So may an I/O error of SQLite. */
function isAnswer(code: unknown, severity: unknown): boolean {
  if (typeof code !== 'string' || NETWORK_CODES.test(code) || code.startsWith('SQLITE_IOERR')) return false;
  return SQLITE_CODES.test(code) || DISK_CODES.test(code) || severity === 'ERROR';
}
