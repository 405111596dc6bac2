import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { OutboxEvents } from '../../platform/outbox/outbox-event-types.js';
import { Outbox } from '../../platform/outbox/outbox.js';

type SecurityChange = Omit<OutboxEvents['users.security-changed'], 'userId' | 'at'>;

/** Notifies users of changes of the security of their accounts, by themselves or others. */
@Injectable()
export class SecurityNotices {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Enqueues a mail in the transaction of the change. */
  async add(tx: Transaction, userId: string, change: SecurityChange): Promise<void> {
    await this.outbox.add(tx, [
      {
        type: 'users.security-changed',
        subject: `user:${userId}`,
        payload: { userId, at: this.clock.now(), ...change },
      },
    ]);
  }
}
