import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { Invoices } from '../invoices/invoices.js';
import { loadOrderMailData } from './order-mail-data.js';

/** Confirms an order to the shopper, with its invoice. */
@Injectable()
export class SendOrderConfirmation {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly invoices: Invoices,
  ) {}

  /** @throws what {@link Mailer.sendOnce} throws, and what keeps the invoice from being made */
  async run(orderId: string, eventId: string): Promise<void> {
    const found = await loadOrderMailData(this.database.read, orderId);
    if (found === undefined) return;
    const { path, filename } = await this.invoices.ensure(orderId);
    await this.mailer.sendOnce({
      key: eventId,
      kind: 'order-confirmation',
      to: found.to,
      data: found.order,
      attachments: [{ path, filename, contentType: 'application/pdf' }],
    });
  }
}
