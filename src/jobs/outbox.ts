import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { newId } from '../common/id.js';
import { join, sql, type Transaction } from '../database/transaction.js';

/** Every event that a transaction can promise, with what its processor needs to load the rest. */
export interface OutboxEvents {
  'orders.placed': { readonly orderId: string };
  'orders.cancelled': { readonly orderId: string };
  'orders.status-changed': { readonly orderId: string; readonly status: string };
  'catalog.stock-low': { readonly productId: string };
  'users.account-pending': { readonly userId: string };
  'users.account-approved': { readonly userId: string };
  /** No token in it: whoever mails it derives the token from the id, so that a stolen database opens no account. */
  'users.password-forgotten': { readonly passwordResetId: string };
  /** A shopper who did not come by on that day, YYYY-MM-DD in the store's time zone. */
  'users.reminder-due': { readonly userId: string; readonly day: string };
  'section-requests.decided': { readonly sectionRequestId: string };
}

export type OutboxMessage = {
  [Type in keyof OutboxEvents]: {
    readonly type: Type;
    /** What the event is about, such as `order:…`: events of one subject keep their order. */
    readonly subject: string;
    readonly payload: OutboxEvents[Type];
  };
}[keyof OutboxEvents];

/** What a transaction promises to the outside is written here, in that same transaction. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Writes the events in one statement. None is fine. */
  async add(tx: Transaction, messages: readonly OutboxMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const now = this.clock.now();
    const rows = messages.map(
      ({ type, subject, payload }) =>
        sql`(${newId()}, ${type}, ${subject}, ${JSON.stringify(payload)}, ${now})`,
    );
    await tx.execute(
      sql`INSERT INTO outbox_events (id, type, subject, payload, created_at) VALUES ${join(rows)}`,
    );
  }
}
