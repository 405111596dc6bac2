import { createReadStream } from 'node:fs';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { ErrorEntry } from '../../platform/common/errors/define-errors.js';
import { ApiHeaders } from '../../platform/http/decorators/api-headers.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { invoiceErrors } from './invoices.errors.js';
import { documentErrors } from '../../documents/documents.errors.js';
import type { PdfFile } from '../../platform/pdf/pdf-folder.js';
import { orderErrors } from '../orders.errors.js';

const PDF = 'application/pdf';

/** Documents a route that returns the newest paper of an order. */
export function ApiInvoice(): MethodDecorator {
  return applyDecorators(
    ApiPdf('The document of the sale, or the confirmation'),
    ApiProblems(
      orderErrors['not-found'],
      invoiceErrors['invoiced-elsewhere'],
      invoiceErrors['invoice-unavailable'],
      documentErrors['file-unavailable'],
    ),
  );
}

/** Documents a route that returns a document of an order. @param others its further errors */
export function ApiDocument(...others: readonly ErrorEntry[]): MethodDecorator {
  return applyDecorators(
    ApiPdf('The document'),
    ApiProblems(...others, documentErrors['not-found'], documentErrors['file-unavailable']),
  );
}

function ApiPdf(description: string): MethodDecorator {
  return applyDecorators(
    ApiProduces(PDF),
    ApiHeaders('Content-Disposition'),
    ApiOkResponse({ description, schema: { type: 'string', format: 'binary' } }),
  );
}

/** Returns a PDF as a response that browsers display inline and save under its number. */
export function pdfResponse({ path, filename, bytes }: PdfFile): StreamableFile {
  return new StreamableFile(createReadStream(path), {
    type: PDF,
    disposition: `inline; filename="${filename}"`,
    length: bytes,
  });
}
