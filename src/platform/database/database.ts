import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Mutex } from 'async-mutex';
import type { DataSource, QueryRunner } from 'typeorm';
import { isRetryable } from './database.errors.js';
import type { Dialect } from './dialect.js';
import type { RowStream } from './row-stream.js';
import { CommittedReader, Transaction, type Sql } from './transaction.js';

const MAX_ATTEMPTS = 3;

/**
 * The database. All access goes through {@link read}, or {@link transaction} and its short form {@link write}.
 *
 * Never use a repository or a DataSource directly. On SQLite, TypeORM shares one connection among all callers. A write
 * outside of this class would join the transaction that happens to be open, and roll back with it.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  /** Never sees uncommitted rows: a second, read-only connection on SQLite, and the pool on PostgreSQL. */
  readonly read: CommittedReader;
  readonly dialect: Dialect;
  private readonly writeMutex = new Mutex();

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
    stream: RowStream,
    private readonly release: () => void = () => undefined,
  ) {
    this.dialect = dialect;
    this.read = new CommittedReader(reading.manager, dialect, stream);
  }

  /**
   * Runs `work` in a transaction, which commits all of its changes or none.
   *
   * On PostgreSQL, `work` may run up to three times (serialization failure, deadlock). It must not have effects outside of
   * its transaction, and must call neither a queue nor a cache.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.runWrite(() => this.attempt(work));
  }

  /**
   * Runs one statement as a transaction of its own and returns the number of changed rows. It saves the two round trips
   * of BEGIN and COMMIT, and is retried like a transaction.
   */
  async write(statement: Sql): Promise<number> {
    return this.runWrite(() => new Transaction(this.writing.manager, this.dialect).execute(statement));
  }

  /** Returns the same database for an application inside this one, which leaves it open when it ends. */
  borrow(): Database {
    return Object.create(this, { onApplicationShutdown: { value: () => undefined } }) as Database;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  /** Waits for the open transaction, closes the connections, and releases the data folder. */
  async close(): Promise<void> {
    await this.writeMutex.runExclusive(async () => {
      if (this.reading !== this.writing && this.reading.isInitialized) await this.reading.destroy();
      if (this.writing.isInitialized) await this.writing.destroy();
    });
    this.release();
  }

  /** SQLite has one writer at a time. PostgreSQL has concurrent writers, and may demand that one retries. */
  private async runWrite<T>(run: () => Promise<T>): Promise<T> {
    if (this.dialect.name === 'sqlite') return this.writeMutex.runExclusive(run);
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
