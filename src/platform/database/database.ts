import { AsyncLocalStorage } from 'node:async_hooks';
import { Semaphore } from 'async-mutex';
import type { DataSource, DataSourceOptions, QueryRunner } from 'typeorm';
import { isRetryable } from './database.errors.js';
import type { Dialect } from './dialect.js';
import { managedSource } from './managed-source.js';
import type { RowStream } from './row-stream.js';
import { TransactionScope } from './transaction-scope.js';
import { CommittedReader, Transaction, type Sql } from './transaction.js';

const MAX_ATTEMPTS = 3;

/**
 * The database. All access goes through {@link read}, or {@link transaction} and its short form {@link write}.
 *
 * Never use a repository or a DataSource directly. On SQLite, TypeORM shares one connection among all callers. A write
 * outside of this class would join the transaction that happens to be open, and roll back with it.
 */
export class Database {
  private readonly committed: CommittedReader;
  private readonly scopes = new AsyncLocalStorage<TransactionScope>();
  readonly dialect: Dialect;
  private readonly writers: Semaphore;
  private closing: Promise<void> | undefined;

  /**
   * @param writing connection for writes; on PostgreSQL, its pool serves reads as well
   * @param reading connection for reads
   * @param stream reads results that are too large for memory, on a separate connection
   * @param release frees what is held while the database is open, such as the lock of the data folder
   */
  constructor(
    private readonly writing: DataSource,
    private readonly reading: DataSource,
    dialect: Dialect,
    private readonly stream: RowStream,
    private readonly release: () => void = () => undefined,
  ) {
    this.dialect = dialect;
    this.writers = new Semaphore(dialect.maxWriters);
    this.committed = new CommittedReader(reading.manager, dialect, stream);
  }

  /**
   * Never sees uncommitted rows: a second, read-only connection on SQLite, and the pool on PostgreSQL. Inside of
   * {@link asOneTransaction} it reads what that has written.
   */
  get read(): CommittedReader {
    return this.scope?.read ?? this.committed;
  }

  /**
   * Runs `work` in a transaction, which commits all of its changes or none.
   *
   * On PostgreSQL, `work` may run up to three times (serialization failure, deadlock). It must not have effects outside of
   * its transaction, and must call neither a queue nor a cache.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.scope?.join(work) ?? this.runWrite(() => this.attempt(work));
  }

  /**
   * Runs `work` like {@link transaction}, and everything that it calls in that same transaction: what reads and writes
   * by this class joins it, without knowing. It is for the few who must store something together with the effects of
   * others.
   */
  async asOneTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.runWrite(() =>
      this.attempt(async (tx) => {
        const scope = new TransactionScope(tx, this.stream);
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
   */
  async write(statement: Sql): Promise<number> {
    if (this.scope !== undefined) return this.scope.join((tx) => tx.execute(statement));
    return this.runWrite(() => new Transaction(this.writing.manager, this.dialect).execute(statement));
  }

  /**
   * Runs one statement beside an open transaction of the caller, such as its progress. It does not wait for its turn, because
   * the writers before it may wait for that transaction.
   *
   * @returns the number of changed rows; undefined on SQLite, where an open transaction excludes all other writes
   */
  async writeBeside(statement: Sql): Promise<number | undefined> {
    if (this.dialect.name === 'sqlite') return undefined;
    return new Transaction(this.writing.manager, this.dialect).execute(statement);
  }

  /**
   * Returns the connection for writes, for NestJS, which closes the database when it ends.
   *
   * @param entities those that the modules list
   * @throws Error if one of them was not opened with the database
   */
  writerFor(entities: DataSourceOptions['entities'] = []): DataSource {
    for (const entity of Object.values(entities)) {
      // Throws an error that names the entity.
      this.writing.getMetadata(entity);
    }
    return managedSource(this.writing, () => this.close());
  }

  /** Connection for reads, for NestJS, which closes the database when it ends. */
  get reader(): DataSource {
    return managedSource(this.reading, () => this.close());
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
    await this.writers.runExclusive(async () => {
      if (this.reading !== this.writing) await this.reading.destroy();
      await this.writing.destroy();
    }, this.dialect.maxWriters);
    this.release();
  }

  private get scope(): TransactionScope | undefined {
    const scope = this.scopes.getStore();
    return scope?.isOpen === true ? scope : undefined;
  }

  private runWrite<T>(run: () => Promise<T>): Promise<T> {
    return this.writers.runExclusive(() => this.retried(run));
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
    const runner = this.writing.createQueryRunner();
    let committed: Transaction | undefined;
    try {
      await runner.query(this.dialect.name === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
      const tx = new Transaction(runner.manager, this.dialect);
      const result = await work(tx);
      await runner.query('COMMIT');
      committed = tx;
      return result;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
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
