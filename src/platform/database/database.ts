import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Mutex } from 'async-mutex';
import type { DataSource, QueryRunner } from 'typeorm';
import { isRetryable } from './database.errors.js';
import type { Dialect } from './dialect.js';
import type { RowStream } from './row-stream.js';
import { CommittedReader, Transaction, type Sql } from './transaction.js';

const TRIES = 3;

/**
 * The database, with two doors: {@link read}, and {@link transaction} with its short form {@link write}.
 *
 * Nobody uses a repository or a DataSource directly. TypeORM shares one connection among all callers on SQLite, so
 * that a write outside of this class would join whichever transaction happens to be open, and vanish with it.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  /** Never sees an uncommitted row: on SQLite a second, read-only connection; on PostgreSQL the pool. */
  readonly read: CommittedReader;
  readonly dialect: Dialect;
  private readonly writer = new Mutex();

  /**
   * @param writing the connection that writes; on PostgreSQL its pool reads as well
   * @param reading the connection that reads
   * @param stream reads on a connection of its own what is too much to be held at once
   * @param release gives up what was held for as long as the database is open, such as the data folder's lock
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
   * Runs `work` in a transaction: all of it is kept, or none.
   *
   * `work` may run up to three times on PostgreSQL (serialization failure, deadlock), so it does nothing outside of its
   * transaction, and calls neither a queue nor a cache.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.undisturbed(() => this.attempt(work));
  }

  /**
   * Runs one statement that is a transaction by itself, and tells how many rows it changed. It saves the two round
   * trips of BEGIN and COMMIT, and is run again as a transaction is.
   */
  async write(statement: Sql): Promise<number> {
    return this.undisturbed(() => new Transaction(this.writing.manager, this.dialect).execute(statement));
  }

  /** The same database for a program within this one, which leaves it open when it ends. */
  lent(): Database {
    return Object.create(this, { onApplicationShutdown: { value: () => undefined } }) as Database;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  /** Waits for the transaction that is open, closes the connections, and gives up the data folder. */
  async close(): Promise<void> {
    await this.writer.runExclusive(async () => {
      if (this.reading !== this.writing && this.reading.isInitialized) await this.reading.destroy();
      if (this.writing.isInitialized) await this.writing.destroy();
    });
    this.release();
  }

  /** SQLite has one writer at a time; PostgreSQL lets writers meet, and may ask one to try again. */
  private async undisturbed<T>(run: () => Promise<T>): Promise<T> {
    if (this.dialect.name === 'sqlite') return this.writer.runExclusive(run);
    for (let attempt = 1; ; attempt++) {
      try {
        return await run();
      } catch (error) {
        if (attempt === TRIES || !isRetryable(error)) throw error;
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

/** The first error is the one to tell; a connection on which not even ROLLBACK works rolls back by ending. */
async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.query('ROLLBACK');
  } catch {
    return;
  }
}
