import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { failureOf } from '../../src/platform/database/connection/failures.js';
import { translateFailure } from '../../src/platform/database/database.errors.js';

const error = (message: string, members: object = {}): Error => Object.assign(new Error(message), members);

/** Wraps an error as TypeORM does for a statement that it has passed to the driver. */
const inQuery = (cause: Error): Error => new QueryFailedError('SELECT 1', [], cause);

describe('failureOf', () => {
  it.each([
    error('timeout exceeded when trying to connect'),
    error('Connection terminated due to connection timeout'),
    error('timeout expired'),
    error('Cannot use a pool after calling end on the pool'),
    error('', { code: 'ECONNREFUSED' }),
    error('the database system is starting up', { code: '57P03', severity: 'FATAL' }),
    error('sorry, too many clients already', { code: '53300', severity: 'FATAL' }),
    new QueryRunnerAlreadyReleasedError(),
    inQuery(error('Client has encountered a connection error and is not queryable')),
    inQuery(error('Client was closed and is not queryable')),
  ])('knows that the statement was not sent: %s', (cause) => {
    expect(failureOf(cause)).toBe('unsent');
  });

  it.each([
    error('canceling statement due to statement timeout', { code: '57014', severity: 'ERROR' }),
    error('canceling statement due to lock timeout', { code: '55P03', severity: 'ERROR' }),
    error('could not extend file', { code: '53100', severity: 'ERROR' }),
    error('cannot execute UPDATE in a read-only transaction', { code: '25006', severity: 'ERROR' }),
    error('deadlock detected', { code: '40P01', severity: 'ERROR' }),
    error('database is locked', { code: 'SQLITE_BUSY' }),
    error('database or disk is full', { code: 'SQLITE_FULL' }),
  ])('knows that the statement was refused: %s', (cause) => {
    expect(failureOf(inQuery(cause))).toBe('refused');
  });

  it.each([
    error('Connection terminated unexpectedly'),
    error('Connection terminated'),
    error('Query read timeout'),
    error('read ECONNRESET', { code: 'ECONNRESET' }),
    error('write EPIPE', { code: 'EPIPE' }),
    error('Cannot call write after a stream was destroyed', { code: 'ERR_STREAM_DESTROYED' }),
    error('terminating connection due to administrator command', { code: '57P01', severity: 'FATAL' }),
    error('terminating connection because of crash', { code: '57P02', severity: 'FATAL' }),
    error('connection failure', { code: '08006', severity: 'FATAL' }),
    error('disk I/O error', { code: 'SQLITE_IOERR_FSYNC' }),
  ])('knows that the answer was lost: %s', (cause) => {
    expect(failureOf(inQuery(cause))).toBe('lost');
  });

  it.each([
    inQuery(error('duplicate key value', { code: '23505', severity: 'ERROR' })),
    inQuery(error('syntax error', { code: '42601', severity: 'ERROR' })),
    inQuery(error('UNIQUE constraint failed', { code: 'SQLITE_CONSTRAINT_UNIQUE' })),
    error('password authentication failed', { code: '28P01', severity: 'FATAL' }),
    new TypeError('x is undefined'),
    'a text',
    undefined,
  ])('leaves other errors alone: %s', (cause) => {
    expect(failureOf(cause)).toBeUndefined();
  });
});

describe('translateFailure', () => {
  const lost = inQuery(error('Connection terminated unexpectedly'));
  const refused = inQuery(error('lock timeout', { code: '55P03', severity: 'ERROR' }));
  const codeOf = (cause: Error, isUnchanged: boolean, mayBeDone: boolean): unknown =>
    (translateFailure(cause, { isUnchanged, mayBeDone }) as { code?: unknown }).code;

  it('says that nothing has been changed only where that is known', () => {
    expect(codeOf(lost, true, false)).toBe('database.unavailable');
    expect(codeOf(refused, true, true)).toBe('database.unavailable');
    expect(codeOf(lost, true, true)).toBe('database.outcome-unknown');
    expect(codeOf(refused, false, false)).toBe('database.outcome-unknown');
    const texts = [true, false].map((mayBeDone) => translateFailure(lost, { isUnchanged: true, mayBeDone }));
    expect(texts.map((text) => (text as Error).message.includes('Nothing has been changed'))).toEqual([
      false,
      true,
    ]);
  });

  it('keeps the error as the cause, for the log, and asks for a pause', () => {
    expect(translateFailure(lost, { isUnchanged: true, mayBeDone: false })).toMatchObject({
      cause: lost,
      kind: 'unavailable',
      parameters: { retryAfterSeconds: 2 },
    });
  });
});
