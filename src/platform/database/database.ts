import { AsyncLocalStorage } from 'node:async_hooks';
import { Semaphore, withTimeout, type SemaphoreInterface } from 'async-mutex';
import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import { isError } from '../common/errors/define-errors.js';
import type { DatabaseLimits } from './connection/database-limits.js';
import { untilFree } from './connection/until-free.js';
import { databaseErrors, isRetryable, translateFailure } from './database.errors.js';
import type { Dialect } from './dialect.js';
import { managedSource } from './managed-source.js';
import type { RowStream } from './row-stream.js';
import { TransactionScope } from './transaction-scope.js';
import { CommittedReader, ReadConnection, Transaction, type Sql } from './transaction.js';

const MAX_ATTEMPTS = 3;

const noop = (): void => undefined;

/** The connections of an open database, and how long each may be waited for. */
interface OpenConnections {
  /** For writes; on PostgreSQL, its pool serves reads as well. */
  readonly writing: DataSource;
  /** For reads. */
  readonly reading: DataSource;
  /** For reads that take long, such as reports: see {@link Database.slowRead}. */
  readonly slow: DataSource;
  /** Reads results that are too large for memory, on a separate connection. */
  readonly stream: RowStream;
  readonly limits: DatabaseLimits;
  /** Frees what is held while the database is open, such as the lock of the data folder. */
  readonly release?: () => void;
}

/**
 * The database. All access goes through {@link read}, or {@link transaction} and its short form {@link write}.
 *
 * Never use a repository or a DataSource directly. On SQLite, TypeORM shares one connection among all callers. A write
 * outside of this class would join the transaction that happens to be open, and roll back with it.
 */
export class Database {
  private readonly committed: CommittedReader;
  private readonly scopes = new AsyncLocalStorage<TransactionScope>();
  /**
   * Reads what may take as long as a job: reports, and sums over whole tables. On PostgreSQL it has a few connections of its
   * own, so that however many such reads there are, requests find one.
   */
  readonly slowRead: ReadConnection;
  readonly dialect: Dialect;
  private readonly writers: Semaphore;
  /** The same, for callers that wait only as long as the limit. */
  private readonly turns: SemaphoreInterface;
  private possibleCommits = 0;
  /** The end of the long transaction that other writers wait for. */
  private longWork: Promise<void> | undefined;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly connections: OpenConnections,
    dialect: Dialect,
  ) {
    const { reading, slow, stream, limits } = connections;
    this.dialect = dialect;
    this.writers = new Semaphore(dialect.maxWriters);
    this.turns = withTimeout(this.writers, limits.wait, databaseErrors.unavailable({}));
    this.committed = new CommittedReader(reading.manager, dialect, stream);
    this.slowRead = slow === reading ? this.committed : new ReadConnection(slow.manager, dialect);
  }

  /**
   * Never sees uncommitted rows: a second, read-only connection on SQLite, and the pool on PostgreSQL. Inside of
   * {@link asOneTransaction} it reads what that has written.
   */
  get read(): CommittedReader {
    return this.scope?.read ?? this.committed;
  }

  /** Number of transactions and single writes of this process that were saved, or may have been. */
  get commits(): number {
    return this.possibleCommits;
  }

  /**
   * Runs `work` in a transaction, which commits all of its changes or none.
   *
   * On PostgreSQL, `work` may run up to three times (serialization failure, deadlock). It must not have effects outside of
   * its transaction, and must call neither a queue nor a cache.
   *
   * @throws database.unavailable if the database failed and has changed nothing, database.outcome-unknown if the answer to
   *   COMMIT was lost, and what `work` throws
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.scope?.join(work) ?? this.runWrite(() => this.attempt(work));
  }

  /**
   * Runs `work` like {@link transaction}, where it may take as long as a job. On SQLite, the other writers of this process wait until
   * it has ended, however long that is: their limit is for a database that makes no progress.
   */
  async longTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const running = this.turns.runExclusive(() => this.retried(() => this.attempt(work)));
    if (this.dialect.name === 'postgres') return running;
    const ended: Promise<void> = running.then(noop, noop).finally(() => {
      if (this.longWork === ended) this.longWork = undefined;
    });
    this.longWork = ended;
    return running;
  }

  /**
   * Runs `work` like {@link transaction}, and everything that it calls in that same transaction: what reads and writes
   * by this class joins it, without knowing. It is for the few who must store something together with the effects of
   * others.
   */
  async asOneTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.runWrite(() =>
      this.attempt(async (tx) => {
        const scope = new TransactionScope(tx, this.connections.stream);
        try {
          return await this.scopes.run(scope, () => work(tx));
        } finally {
          scope.end();
        }
      }),
    );
  }

  /**
   * Runs one statement as a transaction of its own and returns the number of changed rows. It saves the two round trips
   * of BEGIN and COMMIT, and is retried like a transaction.
   *
   * @throws database.unavailable and database.outcome-unknown, as {@link transaction}
   */
  async write(statement: Sql): Promise<number> {
    if (this.scope !== undefined) return this.scope.join((tx) => tx.execute(statement));
    const { writing, limits } = this.connections;
    return this.runWrite(async () => {
      try {
        const tx = new Transaction(writing.manager, this.dialect);
        const changed = await untilFree(limits.lock, () => tx.execute(statement));
        this.possibleCommits += 1;
        return changed;
      } catch (error) {
        const failure = translateFailure(error, { isUnchanged: true, mayBeDone: true });
        if (isError(failure, databaseErrors['outcome-unknown'])) this.possibleCommits += 1;
        throw failure;
      }
    });
  }

  /**
   * Runs one statement beside an open transaction of the caller, such as its progress. It does not wait for its turn, because
   * the writers before it may wait for that transaction.
   *
   * @returns the number of changed rows; undefined on SQLite, where an open transaction excludes all other writes
   */
  async writeBeside(statement: Sql): Promise<number | undefined> {
    if (this.dialect.name === 'sqlite') return undefined;
    return new Transaction(this.connections.writing.manager, this.dialect).execute(statement);
  }

  /**
   * Returns the connection for writes, for NestJS, which closes the database when it ends.
   *
   * @param entities those that the modules list
   * @throws Error if one of them was not opened with the database
   */
  writerFor(entities: DataSourceOptions['entities'] = []): DataSource {
    const { writing } = this.connections;
    for (const entity of Object.values(entities)) {
      // Throws an error that names the entity.
      writing.getMetadata(entity);
    }
    return managedSource(writing, () => this.close());
  }

  /** Connection for reads, for NestJS, which closes the database when it ends. */
  get reader(): DataSource {
    return managedSource(this.connections.reading, () => this.close());
  }

  /** Returns the same database for an application inside this one, which leaves it open when it ends. */
  borrow(): Database {
    return Object.create(this, { close: { value: () => Promise.resolve() } }) as Database;
  }

  /** Waits for open transactions, closes the connections, and releases the data folder. */
  close(): Promise<void> {
    return (this.closing ??= this.closeAll());
  }

  private async closeAll(): Promise<void> {
    const { writing, reading, slow, release } = this.connections;
    await this.writers.runExclusive(async () => {
      for (const source of new Set([slow, reading, writing])) await source.destroy();
    }, this.dialect.maxWriters);
    release?.();
  }

  private get scope(): TransactionScope | undefined {
    const scope = this.scopes.getStore();
    return scope?.isOpen === true ? scope : undefined;
  }

  private async runWrite<T>(run: () => Promise<T>): Promise<T> {
    while (this.longWork !== undefined) await this.longWork;
    return this.turns.runExclusive(() => this.retried(run));
  }

  /** Only PostgreSQL demands a retry, since its writers are concurrent. */
  private async retried<T>(run: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await run();
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { writing, limits } = this.connections;
    const runner = writing.createQueryRunner();
    let isCommitting = false;
    const tx = new Transaction(runner.manager, this.dialect);
    let committed: Transaction | undefined;
    try {
      const begin = this.dialect.name === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN';
      await untilFree(limits.lock, () => runner.query(begin));
      const result = await work(tx);
      isCommitting = true;
      await untilFree(limits.lock, () => runner.query('COMMIT'));
      committed = tx;
      return result;
    } catch (error) {
      await rollBack(runner);
      const failure = translateFailure(error, { isUnchanged: true, mayBeDone: isCommitting });
      // It may have been saved: what the actions refresh is then out of date, and otherwise they do no harm.
      if (isError(failure, databaseErrors['outcome-unknown'])) committed = tx;
      throw failure;
    } finally {
      await runner.release();
      if (committed !== undefined) this.possibleCommits += 1;
      committed?.committed();
    }
  }
}

/** Ignores errors, since the caller reports the original one. If ROLLBACK fails too, closing the connection rolls back. */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('ROLLBACK');
  } catch {
    return;
  }
}
