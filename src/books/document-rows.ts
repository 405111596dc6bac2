import { grouped } from '../platform/common/grouped.js';
import type { Database } from '../platform/database/database.js';
import { join, sql } from '../platform/database/transaction.js';
import type { ChargeKind } from '../rules/pricing/quote.js';

/** A series in a fiscal year. */
export interface SeriesRow {
  readonly series: string;
  readonly fiscalYear: string;
  readonly next: number;
  readonly lastSha256: string;
}

/** A part of the tax on a line, as its content states it too. */
export interface TaxRow {
  readonly component: string;
  readonly rate: number;
  readonly taxable: number;
  readonly amount: number;
}

/** A line of a document, as its content states it too. */
export interface StatedLine {
  readonly charge: ChargeKind | null;
  readonly name: string;
  readonly hsn: string | null;
  readonly unitType: string | null;
  readonly quantity: number | null;
  readonly ratePerUnit: number | null;
  readonly gross: number;
  readonly discount: number;
  readonly net: number;
  readonly taxable: number;
  readonly taxes: readonly TaxRow[];
}

export interface LineRow extends StatedLine {
  /** What credit notes take back of it. */
  readonly credited: number;
}

export interface DocumentRow {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly orderTotal: number;
  readonly kind: string;
  readonly seq: number;
  readonly number: string;
  readonly total: number;
  readonly issuedAt: number;
  readonly creditsNumber: string | null;
  /** Number of documents of the order that state its sale and are not taken back. */
  readonly openSales: number;
  /** 1 if a credit note has taken back the whole document; otherwise 0. */
  readonly reversed: number;
  readonly content: string;
  readonly buyer: string | null;
  readonly sha256: string;
  readonly previousSha256: string;
  readonly lines: readonly LineRow[];
}

/** Returns the documents of a part of a series by their numbers in it. @param end exclusive */
export async function documentRows(
  database: Database,
  { series, fiscalYear }: SeriesRow,
  first: number,
  end: number,
): Promise<Map<number, DocumentRow>> {
  const rows = await database.slowRead.rows<Omit<DocumentRow, 'lines'>>(sql`
    SELECT d.id, d.order_id AS "orderId", o.number AS "orderNumber", o.total AS "orderTotal", d.kind, d.seq, d.number, d.total,
      d.issued_at AS "issuedAt", c.number AS "creditsNumber", d.content, d.buyer, d.sha256, d.previous_sha256 AS "previousSha256",
      (SELECT count(*) FROM documents r WHERE r.credits_id = d.id AND r.reversal) AS reversed,
      (SELECT count(*) FROM documents e WHERE e.order_id = d.order_id AND e.kind <> 'credit_note'
        AND NOT EXISTS (SELECT 1 FROM documents r WHERE r.credits_id = e.id AND r.reversal)) AS "openSales"
    FROM documents d JOIN orders o ON o.id = d.order_id LEFT JOIN documents c ON c.id = d.credits_id
    WHERE d.series = ${series} AND d.fiscal_year = ${fiscalYear} AND d.seq >= ${first} AND d.seq < ${end}`);
  const lines = await lineRows(
    database,
    rows.map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.seq, { ...row, lines: lines.get(row.id) ?? [] }]));
}

async function lineRows(database: Database, ids: readonly string[]): Promise<Map<string, LineRow[]>> {
  if (ids.length === 0) return new Map();
  const { slowRead } = database;
  const lines = await slowRead.rows<Omit<LineRow, 'taxes'> & { id: string; documentId: string }>(sql`
    SELECT l.id, l.document_id AS "documentId", c.kind AS charge, l.name, l.hsn, l.unit_type AS "unitType", l.quantity,
      l.rate_per_unit AS "ratePerUnit", l.gross, l.discount, l.net, l.taxable,
      CAST((SELECT COALESCE(SUM(e.net), 0) FROM document_lines e WHERE e.credits_line_id = l.id) AS bigint) AS credited
    FROM document_lines l LEFT JOIN order_charges c ON c.id = l.charge_id
    WHERE l.document_id IN (${join([...ids])}) ORDER BY l.document_id, l.position`);
  const taxes = await slowRead.rows<TaxRow & { lineId: string }>(sql`
    SELECT t.line_id AS "lineId", t.component, t.rate, t.taxable, t.amount
    FROM document_lines l JOIN document_taxes t ON t.line_id = l.id
    WHERE l.document_id IN (${join([...ids])}) ORDER BY t.line_id, t.component`);
  const taxesOf = grouped(taxes, ({ lineId }) => lineId);
  const complete = lines.map(({ id, documentId, ...line }) => {
    const own = (taxesOf.get(id) ?? []).map(({ lineId: _, ...tax }) => tax);
    return { documentId, line: { ...line, taxes: own } };
  });
  const byDocument = grouped(complete, ({ documentId }) => documentId);
  return new Map([...byDocument].map(([id, all]) => [id, all.map(({ line }) => line)]));
}
