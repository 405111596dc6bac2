import { Injectable } from '@nestjs/common';
import { isId } from '../platform/common/id.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import type { UnitType } from '../platform/common/money/unit-type.js';
import { Database } from '../platform/database/database.js';
import { join, sql } from '../platform/database/transaction.js';
import type { LineTax } from '../rules/documents/document-lines.js';
import { creditableLines, type CreditableLine } from './credits/creditable-lines.js';
import { documentFilters, DOCUMENT_SOURCE, DOCUMENT_SUMMARY, type SummaryRow } from './document-queries.js';
import type {
  DocumentLineView,
  DocumentsQuery,
  DocumentsTable,
  DocumentSummary,
  DocumentTaxView,
  DocumentView,
} from './documents.dto.js';
import { documentErrors } from './documents.errors.js';
import type { DocumentContent } from './issue/document-content.js';

interface DocumentRow extends SummaryRow {
  readonly content: string;
  readonly sha256: string;
  /** 1 if a credit note has reversed it; otherwise 0. */
  readonly reversed: number;
}

/** Thousandths of a percent in one percent. */
const PERCENT = 1000;

/** Reads issued documents for staff. */
@Injectable()
export class DocumentsService {
  constructor(private readonly database: Database) {}

  /** Returns the documents that match, the latest first. */
  async table(query: DocumentsQuery): Promise<DocumentsTable> {
    const { page, pageSize } = query;
    const where = join([sql`1 = 1`, ...documentFilters(query)], ' AND ');
    const [rows, counted] = await Promise.all([
      this.database.read.rows<SummaryRow>(sql`
        SELECT ${DOCUMENT_SUMMARY} FROM ${DOCUMENT_SOURCE} WHERE ${where}
        ORDER BY d.issued_at DESC, d.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(
        sql`SELECT count(*) AS total FROM documents d WHERE ${where}`,
      ),
    ]);
    return { items: rows.map(summaryOf), total: counted?.total ?? 0, page, pageSize };
  }

  /** @throws documents.not-found */
  async get(id: string): Promise<DocumentView> {
    const { read } = this.database;
    const row = isId(id)
      ? await read.row<DocumentRow>(sql`
          SELECT ${DOCUMENT_SUMMARY}, d.content, d.sha256,
            (SELECT count(*) FROM documents r WHERE r.credits_id = d.id AND r.reversal) AS reversed
          FROM ${DOCUMENT_SOURCE} WHERE d.id = ${id}`)
      : undefined;
    if (row === undefined) throw documentErrors['not-found']();
    const { content, sha256, reversed, ...summary } = row;
    const { currency, credits, placeOfSupply = null } = JSON.parse(content) as DocumentContent;
    const lines = await creditableLines(read, id);
    return {
      ...summaryOf(summary),
      ...{ currency, placeOfSupply, sha256, reason: credits?.reason ?? null, isReversed: reversed > 0 },
      lines: lines.map(lineView),
    };
  }
}

function summaryOf({ issuedAt, ...row }: SummaryRow): DocumentSummary {
  return { ...row, issuedAt: toIsoString(issuedAt) };
}

function lineView(line: CreditableLine): DocumentLineView {
  const { id, position, name, hsn, ratePerUnit, gross, discount, net, taxable, rest } = line;
  return {
    ...{ id, position, name, hsn, ratePerUnit, gross, discount, net, taxable, rest },
    unitType: line.unitType as UnitType | null,
    quantity: line.quantity === null ? null : fromThousandths(line.quantity),
    taxes: line.taxes.map(taxView),
  };
}

function taxView({ component, rate, taxable, amount }: LineTax): DocumentTaxView {
  const isHalf = component === 'cgst' || component === 'sgst';
  return { component, percent: rate / (isHalf ? 2 * PERCENT : PERCENT), taxable, amount };
}
