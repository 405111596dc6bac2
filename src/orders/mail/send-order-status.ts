import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { MailAttachment } from '../../platform/mail/delivery/mail-transport.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { GOODS_LEAVE_AT, hasMail } from '../../rules/order-status/order-status-rules.js';
import type { OrderStatus } from '../../rules/order-status/order-status.js';
import { Invoices } from '../invoices/invoices.js';
import { loadOrderMailData } from './order-mail-data.js';

/** Mails the shopper about each status change of an order, including its cancellation; with its document when the goods leave. */
@Injectable()
export class SendOrderStatus {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly invoices: Invoices,
  ) {}

  /**
   * Skips `placed`, which the confirmation covers, and transitions that were undone in the meantime.
   *
   * @param status that the order reached; it may have changed since
   * @throws as {@link Mailer.sendOnce}
   */
  async run(orderId: string, status: OrderStatus, eventId: string): Promise<void> {
    const transition = await this.transition(orderId, status);
    if (transition === undefined) return;
    const mail = await loadOrderMailData(this.database.read, orderId);
    if (mail === undefined) return;
    const { to, order, held } = mail;
    if (hasMail(status, 'order-status')) {
      const attachments = await this.documentAt(status, orderId);
      await this.mailer.sendOnce({
        key: eventId,
        kind: 'order-status',
        to,
        data: { ...order, status, hasDocument: attachments.length > 0 },
        held,
        attachments,
      });
    }
    if (hasMail(status, 'order-cancelled')) {
      const data = { ...order, reason: transition.note };
      await this.mailer.sendOnce({ key: eventId, kind: 'order-cancelled', to, data, held });
    }
  }

  private async documentAt(status: OrderStatus, orderId: string): Promise<MailAttachment[]> {
    const file = status === GOODS_LEAVE_AT ? await this.invoices.document(orderId) : undefined;
    if (file === undefined) return [];
    return [{ path: file.path, filename: file.filename, contentType: 'application/pdf' }];
  }

  private transition(orderId: string, status: OrderStatus): Promise<{ note: string | null } | undefined> {
    return this.database.read.row(
      sql`SELECT note FROM order_status_changes WHERE order_id = ${orderId} AND status = ${status}`,
    );
  }
}
