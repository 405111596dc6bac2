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
    const ids = messages.map(() => newId());
    const rows = messages.map(
      ({ type, subject, payload }, i) =>
        sql`(${ids[i]}, ${type}, ${subject}, ${JSON.stringify(payload)}, ${now})`,
    );
    await tx.execute(
      sql`INSERT INTO outbox_events (id, type, subject, payload, created_at) VALUES ${join(rows)}`,
    );
    tx.afterCommit(() => this.relay?.wake());
    return ids;
  }
}
