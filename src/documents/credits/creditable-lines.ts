import { sql, type ReadConnection } from '../../platform/database/transaction.js';
import type { LineTax } from '../../rules/documents/document-lines.js';
import type { ChargeKind } from '../../rules/pricing/quote.js';

interface LineRow {
  readonly creditsLineId: string | null;
  readonly id: string;
  readonly position: number;
  readonly itemId: string | null;
  readonly chargeId: string | null;
  readonly charge: ChargeKind | null;
  readonly taxClassId: string | null;
  readonly name: string;
  readonly hsn: string | null;
  readonly unitType: string | null;
  readonly quantity: number | null;
  readonly ratePerUnit: number | null;
  readonly gross: number;
  readonly discount: number;
  readonly net: number;
  readonly taxable: number;
  readonly credited: number;
}

/** A line of a document with what credit notes have left of it. */
export interface CreditableLine extends Omit<LineRow, 'credited' | 'creditsLineId'> {
  readonly taxes: readonly LineTax[];
  /** Net that has not been credited yet; 0 for a line of a credit note. */
  readonly rest: number;
}

/** Returns the lines of a document with what is left of each, by position. */
export async function creditableLines(
  connection: ReadConnection,
  documentId: string,
): Promise<CreditableLine[]> {
  const lines = await connection.rows<LineRow>(sql`
    SELECT l.id, l.position, l.item_id AS "itemId", l.charge_id AS "chargeId", c.kind AS charge,
      l.tax_class_id AS "taxClassId", l.credits_line_id AS "creditsLineId", l.name, l.hsn, l.unit_type AS "unitType", l.quantity, l.rate_per_unit AS "ratePerUnit",
      l.gross, l.discount, l.net, l.taxable,
      CAST((SELECT COALESCE(SUM(e.net), 0) FROM document_lines e WHERE e.credits_line_id = l.id) AS bigint) AS credited
    FROM document_lines l LEFT JOIN order_charges c ON c.id = l.charge_id
    WHERE l.document_id = ${documentId} ORDER BY l.position`);
  const taxes = await connection.rows<LineTax & { readonly lineId: string }>(sql`
    SELECT t.line_id AS "lineId", t.component, t.rate, t.taxable, t.amount
    FROM document_taxes t JOIN document_lines l ON l.id = t.line_id
    WHERE l.document_id = ${documentId} ORDER BY l.position, t.component`);
  return lines.map(({ credited, creditsLineId, ...line }) => ({
    ...line,
    taxes: taxes.filter(({ lineId }) => lineId === line.id).map(({ lineId: _, ...tax }) => tax),
    rest: creditsLineId === null ? line.net - credited : 0,
  }));
}
