import { Injectable } from '@nestjs/common';
import { DocumentFiles } from '../../documents/files/document-files.js';
import type { DocumentContent } from '../../documents/issue/document-content.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { loadOrderMailData } from './order-mail-data.js';

interface CreditNote {
  readonly orderId: string;
  /** JSON of a `DocumentContent`. */
  readonly content: string;
  /** Document that it takes back as a whole; null if it credits parts. */
  readonly reversedId: string | null;
}

/** Mails the customer a credit note; one of a whole document with this, which they may not have. Others come with the mail of the order's status. */
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
    const note = await read.row<CreditNote>(sql`
      SELECT order_id AS "orderId", content, CASE WHEN reversal THEN credits_id END AS "reversedId" FROM documents WHERE id = ${documentId} AND kind = 'credit_note'`);
    if (note === undefined) return;
    const mail = await loadOrderMailData(read, note.orderId);
    const { number, total, currency, credits } = JSON.parse(note.content) as DocumentContent;
    if (mail === undefined || credits === null) return;
    const reversed = note.reversedId === null ? [] : [await this.files.ensure(note.reversedId)];
    const files = [await this.files.ensure(documentId), ...reversed];
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
      attachments: files.map(({ path, filename }) => ({ path, filename, contentType: 'application/pdf' })),
    });
  }
}
