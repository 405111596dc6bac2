import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { SECOND_MS } from '../common/durations.js';
import { Database } from '../database/database.js';
import { empty, join, sql, type Sql, type Transaction } from '../database/transaction.js';
import type { OutboxEvents, OutboxEventType } from './outbox-event-types.js';

/** A pending outbox event, as its processor sees it. */
export interface PendingEvent<Type extends OutboxEventType = OutboxEventType> {
  readonly id: string;
  readonly type: Type;
  readonly payload: OutboxEvents[Type];
}

/** An event claimed for dispatch. */
export interface ClaimedEvent {
  readonly id: string;
  readonly type: OutboxEventType;
  readonly attempts: number;
}

const PENDING = sql`e.completed_at IS NULL AND e.failed_at IS NULL`;

/**
 * Selects only the oldest pending event of each subject; the next is due when that is completed. This form is one index
 * look-up per event. With NOT EXISTS, PostgreSQL may compare every pending event with every other.
 */
const FIRST_OF_ITS_SUBJECT = sql`e.id = (
  SELECT first.id FROM outbox_events first
  WHERE first.subject = e.subject AND first.completed_at IS NULL AND first.failed_at IS NULL
  ORDER BY first.created_at, first.id LIMIT 1)`;

const MAX_FAILURE_LENGTH = 500;
const AVAILABILITY_CHECK_INTERVAL_MS = SECOND_MS;

/** Reads and writes the state of outbox events. The database alone says whether an event is pending, claimed or completed. */
@Injectable()
export class OutboxStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Claims the oldest events that are not claimed, each for one process only. */
  claimNew(limit: number): Promise<ClaimedEvent[]> {
    return this.claim(sql`e.dispatched_at IS NULL AND ${FIRST_OF_ITS_SUBJECT}`, limit);
  }

  /** Claims events that were claimed before an instant and are still pending. */
  claimOverdue(claimedBefore: number, limit: number): Promise<ClaimedEvent[]> {
    return this.claim(sql`e.dispatched_at <= ${claimedBefore}`, limit);
  }

  /** Releases claims on events that could not be dispatched. */
  async release(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.write(sql`
      UPDATE outbox_events SET dispatched_at = NULL
      WHERE id IN (${join(ids)}) AND completed_at IS NULL AND failed_at IS NULL`);
  }

  /** Releases all claims: for the only process of a store, whose queue starts empty. */
  async releaseAll(): Promise<void> {
    await this.database.write(sql`
      UPDATE outbox_events SET dispatched_at = NULL
      WHERE completed_at IS NULL AND failed_at IS NULL AND dispatched_at IS NOT NULL`);
  }

  /** Counts a dispatch of these events. */
  async countAttempts(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.write(
      sql`UPDATE outbox_events SET attempts = attempts + 1 WHERE id IN (${join(ids)})`,
    );
  }

  /** Returns the event, or undefined if it is completed. */
  async open(id: string): Promise<PendingEvent | undefined> {
    const row = await this.database.read.row<{ id: string; type: OutboxEventType; payload: string }>(
      sql`SELECT id, type, payload FROM outbox_events WHERE id = ${id} AND completed_at IS NULL`,
    );
    return row === undefined
      ? undefined
      : ({ ...row, payload: JSON.parse(row.payload) as unknown } as PendingEvent);
  }

  /** Completes an event in the transaction of its effect. Returns false if it was completed before. */
  async complete(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.execute(this.completion(id))) === 1;
  }

  /** Completes an event in a transaction of its own. */
  async completeAlone(id: string): Promise<void> {
    await this.database.write(this.completion(id));
  }

  /** Moves an event to failed after its last attempt, until an admin retries it. */
  async fail(id: string, reason: string): Promise<void> {
    await this.database.write(sql`
      UPDATE outbox_events SET failed_at = ${this.clock.now()}, failure = ${reason.slice(0, MAX_FAILURE_LENGTH)}
      WHERE id = ${id} AND completed_at IS NULL`);
  }

  /** Returns those of these events that have failed. */
  async failed(ids: readonly string[]): Promise<ClaimedEvent[]> {
    if (ids.length === 0) return [];
    return this.database.read.rows<ClaimedEvent>(sql`
      SELECT id, type, attempts FROM outbox_events
      WHERE id IN (${join(ids)}) AND failed_at IS NOT NULL AND completed_at IS NULL`);
  }

  /** Makes failed events pending again. Returns the ids of those that were still failed. */
  async retry(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await tx.rows<{ id: string }>(sql`
      UPDATE outbox_events SET failed_at = NULL, failure = NULL, dispatched_at = NULL, attempts = 0
      WHERE id IN (${join(ids)}) AND failed_at IS NOT NULL AND completed_at IS NULL RETURNING id`);
    return rows.map(({ id }) => id);
  }

  /** Waits until the database answers, for a limited time in milliseconds. Does not throw. */
  async untilAvailable(limitMs: number): Promise<void> {
    const deadline = performance.now() + limitMs;
    while (performance.now() < deadline && !(await this.isAvailable())) {
      await sleep(AVAILABILITY_CHECK_INTERVAL_MS, undefined, { ref: false });
    }
  }

  private isAvailable(): Promise<boolean> {
    return this.database.read.row(sql`SELECT 1 AS one`).then(
      () => true,
      () => false,
    );
  }

  private completion(id: string): Sql {
    return sql`
      UPDATE outbox_events SET completed_at = ${this.clock.now()}, failed_at = NULL, failure = NULL
      WHERE id = ${id} AND completed_at IS NULL`;
  }

  private async claim(which: Sql, limit: number): Promise<ClaimedEvent[]> {
    const { read, dialect } = this.database;
    const wanted = sql`SELECT e.id FROM outbox_events e WHERE ${PENDING} AND ${which} ORDER BY e.created_at, e.id LIMIT ${limit}`;
    // Most polls find nothing: look without taking the writer.
    if ((await read.row(wanted)) === undefined) return [];
    const skipLocked = dialect.name === 'postgres' ? sql`FOR UPDATE SKIP LOCKED` : empty;
    const claimed = await this.database.transaction((tx) =>
      tx.rows<ClaimedEvent & { created_at: number }>(sql`
        UPDATE outbox_events SET dispatched_at = ${this.clock.now()} WHERE id IN (${wanted} ${skipLocked})
        RETURNING id, type, attempts, created_at`),
    );
    return claimed.toSorted((a, b) => a.created_at - b.created_at || (a.id < b.id ? -1 : 1));
  }
}
