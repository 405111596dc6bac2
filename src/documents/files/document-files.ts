import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/common/clock.js';
import { isId } from '../../platform/common/id.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/transaction.js';
import type { Digest } from '../../platform/pdf/pdf-file.js';
import { PdfFolder, type PdfFile, type PdfSource } from '../../platform/pdf/pdf-folder.js';
import { DocumentFile } from '../document-file.entity.js';
import { Document } from '../document.entity.js';
import { documentErrors } from '../documents.errors.js';
import type { Buyer, DocumentContent } from '../issue/document-content.js';
import { printDocument } from './document-pdf.js';

/** Folder of invoices and other papers of orders, within the data folder. */
export const INVOICES_FOLDER = 'invoices';

/** Makes the PDFs of issued documents when they are first asked for. */
@Injectable()
export class DocumentFiles {
  private readonly files: PdfFolder;

  constructor(
    config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.files = new PdfFolder(join(config.dataDir, INVOICES_FOLDER), (cause) =>
      documentErrors['file-unavailable']({ cause }),
    );
  }

  /** Returns a document of an order. @throws documents.not-found, documents.file-unavailable */
  async ofOrder(orderId: string, documentId: string): Promise<PdfFile> {
    const areIds = isId(orderId) && isId(documentId);
    const found = areIds
      ? await this.database.read.row(
          sql`SELECT 1 AS one FROM documents WHERE id = ${documentId} AND order_id = ${orderId}`,
        )
      : undefined;
    if (found === undefined) throw documentErrors['not-found']();
    return this.ensure(documentId);
  }

  /**
   * Returns the PDF of a document, and makes it if there is none. The same document always gives the same bytes.
   *
   * @throws documents.not-found, documents.file-unavailable
   */
  async ensure(documentId: string): Promise<PdfFile> {
    return this.files.ensure(documentId, () => this.source(documentId));
  }

  private async source(documentId: string): Promise<PdfSource> {
    const { entities } = this.database.read;
    const document = await entities.findOneBy(Document, { id: documentId });
    if (document === null) throw documentErrors['not-found']();
    const { number, buyer } = document;
    return {
      // The number has slashes, which no file name can have.
      filename: `${number.replaceAll('/', '-')}.pdf`,
      recorded: (await entities.findOneBy(DocumentFile, { documentId })) ?? undefined,
      print: (stream) =>
        printDocument(
          stream,
          JSON.parse(document.content) as DocumentContent,
          buyer === null ? null : (JSON.parse(buyer) as Buyer),
        ),
      record: (digest) => this.record(documentId, digest),
    };
  }

  private async record(documentId: string, { bytes, sha256 }: Digest): Promise<void> {
    await this.database.write(sql`
      INSERT INTO document_files (document_id, bytes, sha256, made_at)
      VALUES (${documentId}, ${bytes}, ${sha256}, ${this.clock.now()})
      ON CONFLICT (document_id) DO UPDATE SET bytes = excluded.bytes, sha256 = excluded.sha256
      WHERE document_files.sha256 <> excluded.sha256`);
  }
}
