import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { DiskFullError } from '../../platform/common/files/atomic-write.js';
import { isId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import { OrderCharge } from '../order-charge.entity.js';
import { OrderItem } from '../order-item.entity.js';
import { Order } from '../order.entity.js';
import type { Address } from '../orders.dto.js';
import { orderErrors } from '../orders.errors.js';
import { holds, writeInvoiceFile, type Digest } from './invoice-file.js';
import { printInvoice, type InvoiceContent } from './invoice-pdf.js';
import { Invoice } from './invoice.entity.js';
import { invoiceErrors } from './invoices.errors.js';

/** Folder of the invoices, within the data folder. */
export const INVOICES_FOLDER = 'invoices';

/** An invoice on disk. */
export interface InvoiceFile {
  /** Path of the PDF in the data folder. */
  readonly path: string;
  /** File name for downloads and attachments: `INV-7K3M-92QX-4F.pdf`. */
  readonly filename: string;
  readonly bytes: number;
}

/** Creates the invoices of orders: each once, stored in the data folder, and again if its file is lost. */
@Injectable()
export class Invoices {
  private readonly folder: string;
  /** Invoices that this process is creating, by order ID. Concurrent callers share the promise. */
  private readonly pending = new Map<string, Promise<InvoiceFile>>();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.dataDir, INVOICES_FOLDER);
  }

  /**
   * Returns a shopper's own invoice.
   * @throws orders.not-found, also for another shopper's order; orders.invoiced-elsewhere, orders.invoice-unavailable
   */
  async ofOwnOrder(userId: string, orderId: string): Promise<InvoiceFile> {
    const order = isId(orderId)
      ? await this.database.read.row(
          sql`SELECT 1 AS one FROM orders WHERE id = ${orderId} AND user_id = ${userId}`,
        )
      : undefined;
    if (order === undefined) throw orderErrors['not-found']();
    return this.ensure(orderId);
  }

  /**
   * Returns the invoice of any order and creates it if there is none. Repeated and concurrent calls, also in several
   * processes, result in one invoice with one file.
   *
   * @throws orders.not-found, orders.invoiced-elsewhere, orders.invoice-unavailable
   */
  async ensure(orderId: string): Promise<InvoiceFile> {
    if (!isId(orderId)) throw orderErrors['not-found']();
    const current = this.pending.get(orderId);
    if (current !== undefined) return current;
    const ensured = this.readOrCreate(orderId).finally(() => this.pending.delete(orderId));
    this.pending.set(orderId, ensured);
    return ensured;
  }

  private async readOrCreate(orderId: string): Promise<InvoiceFile> {
    const path = join(this.folder, `${orderId}.pdf`);
    const existing = await this.database.read.entities.findOneBy(Invoice, { orderId });
    if (existing !== null && (await withDiskErrors(holds(path, existing))))
      return fileOf(path, existing.number, existing.bytes);
    const invoice = await this.contentOf(orderId);
    const digest = await withDiskErrors(
      writeInvoiceFile(path, (stream) => printInvoice(stream, invoice, this.config.store)),
    );
    await this.record(orderId, invoice.number, digest);
    return fileOf(path, invoice.number, digest.bytes);
  }

  private async contentOf(orderId: string): Promise<InvoiceContent> {
    const { entities } = this.database.read;
    const [order, items, charges] = await Promise.all([
      entities.findOneBy(Order, { id: orderId }),
      entities.find(OrderItem, { where: { orderId }, order: { id: 'ASC' } }),
      entities.find(OrderCharge, { where: { orderId }, order: { id: 'ASC' } }),
    ]);
    if (order === null) throw orderErrors['not-found']();
    if (order.reference !== null) throw invoiceErrors['invoiced-elsewhere']();
    return {
      number: `INV-${order.number}`,
      orderNumber: order.number,
      at: order.timestamp,
      currency: order.currency,
      address: JSON.parse(order.address) as Address,
      items,
      charges,
      total: order.total,
    };
  }

  /** Runs after the file is written, so that no row refers to a missing file. A rewritten file updates its row. */
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

function fileOf(path: string, number: string, bytes: number): InvoiceFile {
  return { path, filename: `${number}.pdf`, bytes };
}

/** Translates file system errors to `orders.invoice-unavailable`; any other error is a bug. */
async function withDiskErrors<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const isFileSystemError = typeof (error as NodeJS.ErrnoException).syscall === 'string';
    throw isFileSystemError || error instanceof DiskFullError
      ? invoiceErrors['invoice-unavailable']({ cause: error })
      : error;
  }
}
