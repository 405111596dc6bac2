import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { empty, join, sql, type Sql, type Transaction } from '../database/transaction.js';
import type { OutboxEvents, OutboxEventType } from './outbox-event-types.js';

/** An event as who works on it sees it. */
export interface PendingEvent<Type extends OutboxEventType = OutboxEventType> {
  readonly id: string;
  readonly type: Type;
  readonly payload: OutboxEvents[Type];
}

/** An event that is to be handed to its queue. */
export interface ClaimedEvent {
  readonly id: string;
  readonly type: OutboxEventType;
  readonly attempts: number;
}

const OPEN = sql`e.completed_at IS NULL AND e.failed_at IS NULL`;

/**
 * Of one subject only the oldest open event: the next one's turn comes when that is done. Asked in this way it is one look
 * into an index for each event. As NOT EXISTS, PostgreSQL may compare each open event with each.
 */
const FIRST_OF_ITS_SUBJECT = sql`e.id = (
  SELECT first.id FROM outbox_events first
  WHERE first.subject = e.subject AND first.completed_at IS NULL AND first.failed_at IS NULL
  ORDER BY first.created_at, first.id LIMIT 1)`;

const MAX_FAILURE_LENGTH = 500;

/** The events that have not been worked on yet. What is open, taken or done stands here alone, in the database. */
@Injectable()
export class OutboxStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes the oldest events that nobody has taken, each by one process alone, and gives them to be handed on. */
  claimNew(limit: number): Promise<ClaimedEvent[]> {
    return this.claim(sql`e.dispatched_at IS NULL AND ${FIRST_OF_ITS_SUBJECT}`, limit);
  }

  /** The same for events that were taken before an instant, and are open still. */
  claimOverdue(takenBefore: number, limit: number): Promise<ClaimedEvent[]> {
    return this.claim(sql`e.dispatched_at <= ${takenBefore}`, limit);
  }

  /** Gives back what could not be handed on. */
  async release(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.write(sql`
      UPDATE outbox_events SET dispatched_at = NULL
      WHERE id IN (${join(ids)}) AND completed_at IS NULL AND failed_at IS NULL`);
  }

  /** Gives back all that was taken: for a process whose queue began empty, and who is alone. */
  async releaseAll(): Promise<void> {
    await this.database.write(sql`
      UPDATE outbox_events SET dispatched_at = NULL
      WHERE completed_at IS NULL AND failed_at IS NULL AND dispatched_at IS NOT NULL`);
  }

  /** Counts that these were handed to their queues. */
  async countAttempts(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.write(
      sql`UPDATE outbox_events SET attempts = attempts + 1 WHERE id IN (${join(ids)})`,
    );
  }

  /** An event, or undefined where it is done. */
  async open(id: string): Promise<PendingEvent | undefined> {
    const row = await this.database.read.row<{ id: string; type: OutboxEventType; payload: string }>(
      sql`SELECT id, type, payload FROM outbox_events WHERE id = ${id} AND completed_at IS NULL`,
    );
    return row === undefined
      ? undefined
      : ({ ...row, payload: JSON.parse(row.payload) as unknown } as PendingEvent);
  }

  /** Says that an event is done. To be called in the transaction of its effect where that is in the database. */
  async complete(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.execute(this.completion(id))) === 1;
  }

  /** The same as a transaction of its own. */
  async completeAlone(id: string): Promise<void> {
    await this.database.write(this.completion(id));
  }

  /** Sets an event aside after its last try, until an admin has it tried again. */
  async fail(id: string, reason: string): Promise<void> {
    await this.database.write(sql`
      UPDATE outbox_events SET failed_at = ${this.clock.now()}, failure = ${reason.slice(0, MAX_FAILURE_LENGTH)}
      WHERE id = ${id} AND completed_at IS NULL`);
  }

  /** Those of these events that have failed. */
  async failed(ids: readonly string[]): Promise<ClaimedEvent[]> {
    if (ids.length === 0) return [];
    return this.database.read.rows<ClaimedEvent>(sql`
      SELECT id, type, attempts FROM outbox_events
      WHERE id IN (${join(ids)}) AND failed_at IS NOT NULL AND completed_at IS NULL`);
  }

  /** Opens events that failed once more. Gives those that it was not too late for. */
  async retry(tx: Transaction, ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await tx.rows<{ id: string }>(sql`
      UPDATE outbox_events SET failed_at = NULL, failure = NULL, dispatched_at = NULL, attempts = 0
      WHERE id IN (${join(ids)}) AND failed_at IS NOT NULL AND completed_at IS NULL RETURNING id`);
    return rows.map(({ id }) => id);
  }

  private completion(id: string): Sql {
    return sql`
      UPDATE outbox_events SET completed_at = ${this.clock.now()}, failed_at = NULL, failure = NULL
      WHERE id = ${id} AND completed_at IS NULL`;
  }

  private async claim(which: Sql, limit: number): Promise<ClaimedEvent[]> {
    const { read, dialect } = this.database;
    const wanted = sql`SELECT e.id FROM outbox_events e WHERE ${OPEN} AND ${which} ORDER BY e.created_at, e.id LIMIT ${limit}`;
    // Nothing to do is what is found most often: that takes no writer's time.
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
