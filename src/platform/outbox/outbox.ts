import { Injectable, Optional } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { newId } from '../common/id.js';
import { join, sql, type Transaction } from '../database/transaction.js';
import type { OutboxMessage } from './outbox-event-types.js';
import { OutboxRelay } from './outbox-relay.js';

/** Writes events in the transaction that causes them: for mails, exports and everything else outside the database. */
@Injectable()
export class Outbox {
  /** @param relay dispatches the events; without it they wait in the outbox, as in a command */
  constructor(
    private readonly clock: Clock,
    @Optional() private readonly relay?: OutboxRelay,
  ) {}

  /** Writes the events in one statement and wakes the relay after the commit. Returns their ids. */
  async add(tx: Transaction, messages: readonly OutboxMessage[]): Promise<string[]> {
    if (messages.length === 0) return [];
    const now = this.clock.now();
    const completedAt = this.completedAt(now);
    const ids = messages.map(() => newId());
    const rows = messages.map(
      ({ type, subject, payload }, i) =>
        sql`(${ids[i]}, ${type}, ${subject}, ${JSON.stringify(payload)}, ${now}, ${completedAt})`,
    );
    await tx.execute(
      sql`INSERT INTO outbox_events (id, type, subject, payload, created_at, completed_at) VALUES ${join(rows)}`,
    );
    tx.afterCommit(() => this.relay?.wake());
    return ids;
  }

  /** Returns when the work of an event of this moment was done; null if it is still to be done. */
  protected completedAt(_now: number): number | null {
    return null;
  }
}

/** Writes the events of a made-up past, whose work counts as done from the first moment. */
@Injectable()
export class PastOutbox extends Outbox {
  protected override completedAt(now: number): number {
    return now;
  }
}
