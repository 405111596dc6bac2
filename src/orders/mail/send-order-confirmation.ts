import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Invoices } from '../invoices/invoices.js';
import { loadOrderMailData } from './order-mail-data.js';

/** Mails the shopper the confirmation of an order as it was placed, with its PDF. */
@Injectable()
export class SendOrderConfirmation {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly invoices: Invoices,
  ) {}

  /** @throws as {@link Mailer.sendOnce} and {@link Invoices.confirmation} */
  async run(orderId: string, eventId: string): Promise<void> {
    const mail = await loadOrderMailData(this.database.read, orderId, 'placed');
    if (mail === undefined) return;
    const { path, filename } = await this.invoices.confirmation(orderId);
    await this.mailer.sendOnce({
      key: eventId,
      kind: 'order-confirmation',
      to: mail.to,
      data: mail.order,
      held: mail.held,
      attachments: [{ path, filename, contentType: 'application/pdf' }],
    });
  }
}
