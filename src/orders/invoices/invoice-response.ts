import { createReadStream } from 'node:fs';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import type { InvoiceFile } from './invoices.js';

const PDF = 'application/pdf';

/** Describes a route that answers with an invoice. */
export function ApiInvoice(): MethodDecorator {
  return applyDecorators(
    ApiProduces(PDF),
    ApiOkResponse({ description: 'The invoice', schema: { type: 'string', format: 'binary' } }),
    ApiProblems({ 404: ['orders.not-found'], 503: ['orders.invoice-unavailable'] }),
  );
}

/** An invoice as it goes to a browser, which shows it, and saves it under its number. */
export function invoiceAnswer({ path, filename, bytes }: InvoiceFile): StreamableFile {
  return new StreamableFile(createReadStream(path), {
    type: PDF,
    disposition: `inline; filename="${filename}"`,
    length: bytes,
  });
}
