import { Injectable } from '@nestjs/common';
import { isId } from '../platform/common/id.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import type { UnitType } from '../platform/common/money/unit-type.js';
import { Database } from '../platform/database/database.js';
import { beginsWith, contains } from '../platform/database/like-pattern.js';
import { join, sql, type Sql } from '../platform/database/transaction.js';
import type { LineTax } from '../rules/documents/document-lines.js';
import { orderNumberRanges } from '../rules/order-number/order-number-form.js';
import { creditableLines, type CreditableLine } from './credits/creditable-lines.js';
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

interface SummaryRow extends Omit<DocumentSummary, 'issuedAt'> {
  readonly issuedAt: number;
}

interface DocumentRow extends SummaryRow {
  readonly content: string;
  readonly sha256: string;
  /** 1 if a credit note has reversed it; otherwise 0. */
  readonly reversed: number;
}

/** Thousandths of a percent in one percent. */
const PERCENT = 1000;

const SUMMARY = sql`d.id, d.kind, d.number, d.issued_at AS "issuedAt", d.total, d.credits_id AS "creditsId",
  d.order_id AS "orderId", o.number AS "orderNumber", u.display_name AS "customerName", c.number AS "creditsNumber",
  CAST((SELECT COALESCE(SUM(n.total), 0) FROM documents n WHERE n.credits_id = d.id) AS bigint) AS credited`;
const SOURCE = sql`documents d JOIN orders o ON o.id = d.order_id JOIN users u ON u.id = o.user_id
  LEFT JOIN documents c ON c.id = d.credits_id`;

/** Reads issued documents for staff. */
@Injectable()
export class DocumentsService {
  constructor(private readonly database: Database) {}

  /** Returns the documents that match, the latest first. */
  async table(query: DocumentsQuery): Promise<DocumentsTable> {
    const { page, pageSize } = query;
    const where = join([sql`1 = 1`, ...filtersOf(query)], ' AND ');
    const [rows, counted] = await Promise.all([
      this.database.read.rows<SummaryRow>(sql`
        SELECT ${SUMMARY} FROM ${SOURCE} WHERE ${where}
        ORDER BY d.issued_at DESC, d.id DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
      this.database.read.row<{ total: number }>(sql`SELECT count(*) AS total FROM ${SOURCE} WHERE ${where}`),
    ]);
    return { items: rows.map(summaryOf), total: counted?.total ?? 0, page, pageSize };
  }

  /** @throws documents.not-found */
  async get(id: string): Promise<DocumentView> {
    const { read } = this.database;
    const row = isId(id)
      ? await read.row<DocumentRow>(sql`
          SELECT ${SUMMARY}, d.content, d.sha256,
            (SELECT count(*) FROM documents r WHERE r.credits_id = d.id AND r.reversal) AS reversed
          FROM ${SOURCE} WHERE d.id = ${id}`)
      : undefined;
    if (row === undefined) throw documentErrors['not-found']();
    const { content, sha256, reversed, ...summary } = row;
    const { currency, credits } = JSON.parse(content) as DocumentContent;
    const lines = await creditableLines(read, id);
    return {
      ...summaryOf(summary),
      ...{ currency, sha256, reason: credits?.reason ?? null, isReversed: reversed > 0 },
      lines: lines.map(lineView),
    };
  }
}

function filtersOf({ kind, q, from, to }: DocumentsQuery): Sql[] {
  const text = q?.trim().normalize('NFC') ?? '';
  return [
    ...(kind === undefined ? [] : [sql`d.kind = ${kind}`]),
    ...(from === undefined ? [] : [sql`d.issued_at >= ${Date.parse(from)}`]),
    ...(to === undefined ? [] : [sql`d.issued_at < ${Date.parse(to)}`]),
    ...(text === '' ? [] : [sql`(${join(matches(text), ' OR ')})`]),
  ];
}

/** Returns conditions of which a document that matches a text meets one. */
function matches(text: string): Sql[] {
  return [
    beginsWith(sql`d.number`, text.toUpperCase()),
    ...(/^\d{1,9}$/.test(text) ? [sql`d.seq = ${Number(text)}`] : []),
    ...orderNumberRanges(text).map(({ first, last }) => sql`o.number BETWEEN ${first} AND ${last}`),
    ...(text.length < 2 ? [] : [contains(sql`LOWER(u.display_name)`, text.toLowerCase())]),
  ];
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
