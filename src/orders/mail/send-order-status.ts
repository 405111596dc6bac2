import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { Mailer } from '../../platform/mail/mailer.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';
import { loadOrderMailData } from './order-mail-data.js';

/** Tells the shopper of each step of an order, and of its cancellation. */
@Injectable()
export class SendOrderStatus {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  /**
   * That it was placed is told by its confirmation, and of a step that was taken back meanwhile there is nothing to tell.
   *
   * @param status that the order came to by then; it may have gone on since
   * @throws what {@link Mailer.sendOnce} throws
   */
  async run(orderId: string, status: OrderStatus, eventId: string): Promise<void> {
    if (status === 'placed') return;
    const step = await this.step(orderId, status);
    if (step === undefined) return;
    const found = await loadOrderMailData(this.database.read, orderId);
    if (found === undefined) return;
    const { to, order } = found;
    if (status !== 'cancelled') {
      await this.mailer.sendOnce({ key: eventId, kind: 'order-status', to, data: { ...order, status } });
      return;
    }
    const data = { ...order, reason: step.note };
    await this.mailer.sendOnce({ key: eventId, kind: 'order-cancelled', to, data });
  }

  private step(orderId: string, status: OrderStatus): Promise<{ note: string | null } | undefined> {
    return this.database.read.row(
      sql`SELECT note FROM order_status_changes WHERE order_id = ${orderId} AND status = ${status}`,
    );
  }
}
