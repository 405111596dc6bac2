import { createReadStream } from 'node:fs';
import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { ApiHeaders } from '../../platform/http/decorators/api-headers.js';
import { ApiProblems } from '../../platform/http/errors/api-problems.js';
import { invoiceErrors } from './invoices.errors.js';
import { orderErrors } from '../orders.errors.js';
import type { InvoiceFile } from './invoices.js';

const PDF = 'application/pdf';

/** Documents a route that returns an invoice. */
export function ApiInvoice(): MethodDecorator {
  return applyDecorators(
    ApiProduces(PDF),
    ApiHeaders('Content-Disposition'),
    ApiOkResponse({ description: 'The invoice', schema: { type: 'string', format: 'binary' } }),
    ApiProblems(
      orderErrors['not-found'],
      invoiceErrors['invoiced-elsewhere'],
      invoiceErrors['invoice-unavailable'],
    ),
  );
}

/** Returns an invoice as a response that browsers display inline and save under its number. */
export function invoiceResponse({ path, filename, bytes }: InvoiceFile): StreamableFile {
  return new StreamableFile(createReadStream(path), {
    type: PDF,
    disposition: `inline; filename="${filename}"`,
    length: bytes,
  });
}
