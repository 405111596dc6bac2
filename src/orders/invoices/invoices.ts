import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { isId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { OrderItem } from '../order-item.entity.js';
import { Order } from '../order.entity.js';
import type { Address } from '../orders.dto.js';
import { OrderNotFound } from '../orders.errors.js';
import { holds, writeInvoiceFile, type Digest } from './invoice-file.js';
import { printInvoice, type InvoiceContent } from './invoice-pdf.js';
import { Invoice } from './invoice.entity.js';
import { InvoiceUnavailable } from './invoices.errors.js';

/** Where invoices are kept, within the data folder. */
export const INVOICES_FOLDER = 'invoices';

/** An invoice that is there. */
export interface InvoiceFile {
  /** Of the PDF in the data folder. */
  readonly path: string;
  /** As whoever gets it may call it: `INV-7K3M-92QX-4F.pdf`. */
  readonly filename: string;
  readonly bytes: number;
}

/** The invoices of orders: each is made once, kept in the data folder, and made again where its file is lost. */
@Injectable()
export class Invoices {
  private readonly folder: string;
  /** What this process is making, by the order's id: whoever asks meanwhile waits for it. */
  private readonly underWay = new Map<string, Promise<InvoiceFile>>();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.dataDir, INVOICES_FOLDER);
  }

  /** The invoice of a shopper's own order. @throws OrderNotFound, also for another's order; InvoiceUnavailable */
  async ofOwnOrder(userId: string, orderId: string): Promise<InvoiceFile> {
    const order = isId(orderId)
      ? await this.database.read.row(
          sql`SELECT 1 AS one FROM orders WHERE id = ${orderId} AND user_id = ${userId}`,
        )
      : undefined;
    if (order === undefined) throw new OrderNotFound();
    return this.ensure(orderId);
  }

  /**
   * The invoice of any order, made now where there is none. Any number of times, also at once and in several processes,
   * it is one invoice with one file.
   *
   * @throws OrderNotFound, InvoiceUnavailable
   */
  async ensure(orderId: string): Promise<InvoiceFile> {
    if (!isId(orderId)) throw new OrderNotFound();
    const underWay = this.underWay.get(orderId);
    if (underWay !== undefined) return underWay;
    const ensured = this.keptOrMade(orderId).finally(() => this.underWay.delete(orderId));
    this.underWay.set(orderId, ensured);
    return ensured;
  }

  private async keptOrMade(orderId: string): Promise<InvoiceFile> {
    const path = join(this.folder, `${orderId}.pdf`);
    const kept = await this.database.read.entities.findOneBy(Invoice, { orderId });
    if (kept !== null && (await onDisk(holds(path, kept)))) return fileOf(path, kept.number, kept.bytes);
    const invoice = await this.contentOf(orderId);
    const digest = await onDisk(
      writeInvoiceFile(path, (stream) => printInvoice(stream, invoice, this.config.store)),
    );
    await this.note(orderId, invoice.number, digest);
    return fileOf(path, invoice.number, digest.bytes);
  }

  private async contentOf(orderId: string): Promise<InvoiceContent> {
    const { entities } = this.database.read;
    const [order, items] = await Promise.all([
      entities.findOneBy(Order, { id: orderId }),
      entities.find(OrderItem, { where: { orderId }, order: { id: 'ASC' } }),
    ]);
    if (order === null) throw new OrderNotFound();
    return {
      number: `INV-${order.number}`,
      orderNumber: order.number,
      at: order.timestamp,
      currency: order.currency,
      address: JSON.parse(order.address) as Address,
      items,
      total: order.total,
    };
  }

  /** After the file is there, so that no row speaks of one that is not. Where the file was made again, so is the row. */
  private async note(orderId: string, number: string, { bytes, sha256 }: Digest): Promise<void> {
    await this.database.write(sql`
      INSERT INTO invoices (order_id, number, made_at, bytes, sha256)
      VALUES (${orderId}, ${number}, ${this.clock.now()}, ${bytes}, ${sha256})
      ON CONFLICT (order_id) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256
      WHERE invoices.sha256 <> excluded.sha256`);
  }
}

function fileOf(path: string, number: string, bytes: number): InvoiceFile {
  return { path, filename: `${number}.pdf`, bytes };
}

/** A refusal of the file system as {@link InvoiceUnavailable}; any other failure is a fault of the program's. */
async function onDisk<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const isOfFileSystem = typeof (error as NodeJS.ErrnoException).syscall === 'string';
    throw isOfFileSystem ? new InvoiceUnavailable(error) : error;
  }
}
