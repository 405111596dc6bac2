import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DocumentFiles, INVOICES_FOLDER } from '../../documents/files/document-files.js';
import { openDocumentOf } from '../../documents/open-document.js';
import { Clock } from '../../platform/common/clock.js';
import { isId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Digest } from '../../platform/pdf/pdf-file.js';
import { PdfFolder, type PdfFile, type PdfSource } from '../../platform/pdf/pdf-folder.js';
import { OrderCharge } from '../order-charge.entity.js';
import { OrderItem } from '../order-item.entity.js';
import { Order } from '../order.entity.js';
import type { Address } from '../orders.dto.js';
import { orderErrors } from '../orders.errors.js';
import { printConfirmation } from './confirmation-pdf.js';
import { Invoice } from './invoice.entity.js';
import { invoiceErrors } from './invoices.errors.js';

/** The papers of orders: the confirmation of each, and the document that is issued when its goods leave. */
@Injectable()
export class Invoices {
  private readonly files: PdfFolder;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: DocumentFiles,
  ) {
    this.files = new PdfFolder(join(config.dataDir, INVOICES_FOLDER), (cause) =>
      invoiceErrors['invoice-unavailable']({ cause }),
    );
  }

  /**
   * Returns the newest paper of a shopper's own order.
   *
   * @throws orders.not-found, also for another shopper's order; orders.invoiced-elsewhere, orders.invoice-unavailable,
   *   documents.file-unavailable
   */
  async ofOwnOrder(userId: string, orderId: string): Promise<PdfFile> {
    await this.checkOwner(userId, orderId);
    return this.ensure(orderId);
  }

  /**
   * Returns the newest paper of any order: the document of its sale, or its confirmation before there is one.
   *
   * @throws orders.not-found, orders.invoiced-elsewhere, orders.invoice-unavailable, documents.file-unavailable
   */
  async ensure(orderId: string): Promise<PdfFile> {
    return (await this.document(orderId)) ?? this.confirmation(orderId);
  }

  /** Returns the document of an order's sale; undefined if there is none. @throws documents.file-unavailable */
  async document(orderId: string): Promise<PdfFile | undefined> {
    const open = isId(orderId) ? await openDocumentOf(this.database.read, orderId) : undefined;
    return open && this.documents.ensure(open.id);
  }

  /**
   * Returns a document of a shopper's own order.
   *
   * @throws orders.not-found, documents.not-found, documents.file-unavailable
   */
  async documentOfOwnOrder(userId: string, orderId: string, documentId: string): Promise<PdfFile> {
    await this.checkOwner(userId, orderId);
    return this.documents.ofOrder(orderId, documentId);
  }

  /**
   * Returns the confirmation of an order, and creates it if there is none.
   *
   * @throws orders.not-found, orders.invoiced-elsewhere, orders.invoice-unavailable
   */
  async confirmation(orderId: string): Promise<PdfFile> {
    if (!isId(orderId)) throw orderErrors['not-found']();
    return this.files.ensure(orderId, () => this.confirmationSource(orderId));
  }

  private async checkOwner(userId: string, orderId: string): Promise<void> {
    const order = isId(orderId)
      ? await this.database.read.row(
          sql`SELECT 1 AS one FROM orders WHERE id = ${orderId} AND user_id = ${userId}`,
        )
      : undefined;
    if (order === undefined) throw orderErrors['not-found']();
  }

  private async confirmationSource(orderId: string): Promise<PdfSource> {
    const { entities } = this.database.read;
    const order = await entities.findOneBy(Order, { id: orderId });
    if (order === null) throw orderErrors['not-found']();
    if (order.reference !== null) throw invoiceErrors['invoiced-elsewhere']();
    const recorded = (await entities.findOneBy(Invoice, { orderId })) ?? undefined;
    const number = recorded?.number ?? order.number;
    return {
      filename: `${number}.pdf`,
      recorded,
      print: (stream) => this.print(stream, order, number),
      record: (digest) => this.record(orderId, number, digest),
    };
  }

  private async print(stream: Writable, order: Order, number: string): Promise<void> {
    const { entities } = this.database.read;
    const of = { where: { orderId: order.id }, order: { id: 'ASC' } } as const;
    const [items, charges] = await Promise.all([
      entities.find(OrderItem, of),
      entities.find(OrderCharge, of),
    ]);
    const { number: orderNumber, timestamp: at, currency, placedTotal } = order;
    const address = JSON.parse(order.address) as Address;
    const content = { number, orderNumber, at, currency, address, items, charges, placedTotal };
    await printConfirmation(stream, content, this.config.store);
  }

  private async record(orderId: string, number: string, { bytes, sha256 }: Digest): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Locking the order makes concurrent writers wait: they would conflict on the number, too, and a statement handles one conflict.
      await tx.rows(sql`SELECT id FROM orders WHERE id = ${orderId} ${tx.forUpdate}`);
      await tx.execute(sql`
        INSERT INTO invoices (order_id, number, made_at, bytes, sha256)
        VALUES (${orderId}, ${number}, ${this.clock.now()}, ${bytes}, ${sha256})
        ON CONFLICT (order_id) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256
        WHERE invoices.sha256 <> excluded.sha256`);
    });
  }
}
