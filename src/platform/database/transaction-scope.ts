import { Mutex } from 'async-mutex';
import type { QueryRunner } from 'typeorm';
import { CommittedReader, Transaction, type Sql } from './transaction.js';

/**
 * A transaction that everything joins which runs inside of it: reads see what it has written, and each transaction in it
 * is a savepoint, so that its failure undoes its own changes alone.
 */
export class TransactionScope {
  /** Reads in the transaction. */
  readonly read: CommittedReader;
  private readonly savepoints = new Mutex();
  private isEnded = false;

  constructor(
    private readonly tx: Transaction,
    stream: (statement: Sql) => AsyncIterable<unknown[]>,
  ) {
    this.read = new CommittedReader(tx.entities, tx.dialect, stream);
    if (tx.dialect.name === 'postgres') queryInTurn(this.runner);
  }

  /** False once the transaction is over, for work that was started in it and goes on. */
  get isOpen(): boolean {
    return !this.isEnded;
  }

  /**
   * Runs `work` as a savepoint. Concurrent calls run one after the other. The savepoint is not released, which COMMIT does:
   * a later one of the same name hides it.
   */
  async join<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.savepoints.runExclusive(async () => {
      await this.runner.query('SAVEPOINT joined');
      const joined = new Transaction(this.tx.entities, this.tx.dialect);
      const result = await work(joined).catch(async (error: unknown) => {
        // A broken connection cannot roll back, and reports its own error.
        await this.runner.query('ROLLBACK TO SAVEPOINT joined').catch(() => undefined);
        throw error;
      });
      this.tx.afterCommit(() => joined.committed());
      return result;
    });
  }

  end(): void {
    this.isEnded = true;
  }

  private get runner(): QueryRunner {
    const { queryRunner } = this.tx.entities;
    if (queryRunner === undefined) throw new Error('A transaction has a query runner of its own.');
    return queryRunner;
  }
}

/** Makes concurrent queries wait for each other. The pg client refuses them from its version 9 on. */
function queryInTurn(runner: QueryRunner): void {
  const turn = new Mutex();
  const query: QueryRunner['query'] = runner.query.bind(runner);
  runner.query = ((...parameters: Parameters<QueryRunner['query']>) =>
    turn.runExclusive(() => query(...parameters))) as QueryRunner['query'];
}
