import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import type { PoolClient } from 'pg';
import QueryStream from 'pg-query-stream';
import type { DataSource } from 'typeorm';
import { SECOND_MS } from '../common/durations.js';
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
    const connection = new BetterSqlite3(file, { readonly: true, timeout: 5 * SECOND_MS });
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

/** Streams from PostgreSQL through a cursor on a pooled connection. All rows come from one snapshot. */
export function postgresRows(pool: DataSource): RowStream {
  return async function* (statement) {
    const runner = pool.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const stream = client.query(
        new QueryStream(statement.text, [...statement.values], { batchSize: BATCH_SIZE }),
      );
      try {
        let batch: unknown[] = [];
        for await (const row of stream) {
          if (batch.push(row) < BATCH_SIZE) continue;
          yield batch;
          batch = [];
        }
        if (batch.length > 0) yield batch;
      } finally {
        // Close the cursor before the connection returns to the pool.
        stream.destroy();
        if (!stream.closed) await once(stream, 'close');
      }
    } finally {
      await runner.release();
    }
  };
}
