import { Injectable } from '@nestjs/common';
import { DocumentFiles } from '../../documents/files/document-files.js';
import type { DocumentContent } from '../../documents/issue/document-content.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { loadOrderMailData } from './order-mail-data.js';

/** Mails the customer a credit note. Other documents come with the mail of the order's status. */
@Injectable()
export class SendCreditNote {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly files: DocumentFiles,
  ) {}

  /** @throws as {@link Mailer.sendOnce}; documents.file-unavailable */
  async run(documentId: string, eventId: string): Promise<void> {
    const { read } = this.database;
    const note = await read.row<{ orderId: string; content: string }>(sql`
      SELECT order_id AS "orderId", content FROM documents WHERE id = ${documentId} AND kind = 'credit_note'`);
    if (note === undefined) return;
    const mail = await loadOrderMailData(read, note.orderId);
    const { number, total, currency, credits } = JSON.parse(note.content) as DocumentContent;
    if (mail === undefined || credits === null) return;
    const { path, filename } = await this.files.ensure(documentId);
    const { id: orderId, number: orderNumber } = mail.order;
    await this.mailer.sendOnce({
      key: eventId,
      kind: 'credit-note',
      to: mail.to,
      data: {
        orderId,
        orderNumber,
        number,
        total,
        currency,
        credited: credits.number,
        reason: credits.reason,
      },
      held: mail.held,
      attachments: [{ path, filename, contentType: 'application/pdf' }],
    });
  }
}
