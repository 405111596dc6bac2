import { setImmediate } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import type { Sql } from './transaction.js';

/** Returns the rows of a statement in batches, in constant memory. An early stop or an error frees the connection. */
export type RowStream = (statement: Sql) => AsyncIterable<unknown[]>;

/** Few enough rows to keep the event loop responsive, and enough to make the overhead of a batch negligible. */
const BATCH_SIZE = 500;

/**
 * Streams from SQLite on a separate read-only connection, since a connection is busy while it iterates. All rows come from
 * one snapshot. SQLite runs in this process, so other work gets a turn after each batch.
 */
export function sqliteRows(file: string): RowStream {
  return async function* (statement) {
    const connection = new BetterSqlite3(file, { readonly: true, timeout: 0 });
    try {
      const values = statement.values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
      let batch: unknown[] = [];
      for (const row of connection.prepare(statement.sql).iterate(...values)) {
        if (batch.push(row) < BATCH_SIZE) continue;
        yield batch;
        batch = [];
        await setImmediate();
      }
      if (batch.length > 0) yield batch;
    } finally {
      connection.close();
    }
  };
}

/** All rows are wanted, and from one snapshot: PostgreSQL plans for the first tenth of a cursor's rows by default. */
const BEGIN = 'BEGIN READ ONLY; SET LOCAL cursor_tuple_fraction = 1';

/**
 * Streams from PostgreSQL through a cursor of SQL on a pooled connection. All rows come from one snapshot. Each batch is a
 * statement with its own limit, and fails if the connection is lost.
 */
export function postgresRows(pool: DataSource): RowStream {
  return async function* (statement) {
    const runner = pool.createQueryRunner();
    try {
      await runner.query(BEGIN);
      await runner.query(`DECLARE row_stream NO SCROLL CURSOR FOR ${statement.text}`, [...statement.values]);
      for (;;) {
        const batch = (await runner.query(`FETCH ${BATCH_SIZE} FROM row_stream`)) as unknown[];
        if (batch.length > 0) yield batch;
        if (batch.length < BATCH_SIZE) break;
      }
    } finally {
      // Also closes the cursor. A lost connection has nothing to close.
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
    }
  };
}
