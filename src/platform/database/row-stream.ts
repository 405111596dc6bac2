import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import type { PoolClient } from 'pg';
import QueryStream from 'pg-query-stream';
import type { DataSource } from 'typeorm';
import type { Sql } from './transaction.js';

/** Gives the rows of a statement in batches, in constant memory. Whoever stops early, or fails, gives back what it holds. */
export type RowStream = (statement: Sql) => AsyncIterable<unknown[]>;

/** Few enough that nobody waits long for the event loop, and enough that a batch costs next to nothing. */
const BATCH = 500;

/**
 * Streams from SQLite on a read-only connection of its own, since one that iterates is busy. It sees one moment of the
 * database. SQLite works in this process: other work gets its turn after each batch.
 */
export function sqliteRows(file: string): RowStream {
  return async function* (statement) {
    const connection = new BetterSqlite3(file, { readonly: true, timeout: 5000 });
    try {
      const values = statement.values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
      let batch: unknown[] = [];
      for (const row of connection.prepare(statement.sql).iterate(...values)) {
        if (batch.push(row) < BATCH) continue;
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

/** Streams from PostgreSQL by a cursor on a pooled connection. It sees one moment of the database. */
export function postgresRows(pool: DataSource): RowStream {
  return async function* (statement) {
    const runner = pool.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const stream = client.query(
        new QueryStream(statement.text, [...statement.values], { batchSize: BATCH }),
      );
      try {
        let batch: unknown[] = [];
        for await (const row of stream) {
          if (batch.push(row) < BATCH) continue;
          yield batch;
          batch = [];
        }
        if (batch.length > 0) yield batch;
      } finally {
        // The cursor must be closed before somebody else gets the connection.
        stream.destroy();
        if (!stream.closed) await once(stream, 'close');
      }
    } finally {
      await runner.release();
    }
  };
}
