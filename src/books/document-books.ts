import type { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { documentNumber } from '../rules/documents/document-number.js';
import { GOODS_LEAVE_AT } from '../rules/order-status/order-status-rules.js';
import { MAX_EXAMPLES, type DocumentBooksView, type UnprovenDocumentView } from './books.dto.js';
import { problemOf, type Previous } from './document-proof.js';
import { documentRows, type DocumentRow, type SeriesRow } from './document-rows.js';

/** Number of documents that are read at a time. */
const BATCH_SIZE = 500;

/**
 * Proves of every document that its lines and taxes add up to its total, and this to that of its order; that the numbers of each series
 * have no gap and its times do not fall; that no content and no row has changed since it was issued; and of the orders that have left
 * since the first document that they have one.
 */
export class DocumentBooks {
  constructor(private readonly database: Database) {}

  async check(): Promise<DocumentBooksView> {
    const counted = await this.database.slowRead.row<{ checked: number }>(
      sql`SELECT count(*) AS checked FROM documents`,
    );
    const found = [...(await this.strays()), ...(await this.walk()), ...(await this.withoutDocument())];
    return {
      checked: counted?.checked ?? 0,
      differing: found.length,
      examples: found.slice(0, MAX_EXAMPLES),
    };
  }

  /** Follows each series from its first document to the last one that it had at the beginning. */
  private async walk(): Promise<UnprovenDocumentView[]> {
    const all = await this.database.slowRead.rows<SeriesRow>(sql`
      SELECT series, fiscal_year AS "fiscalYear", next, last_sha256 AS "lastSha256" FROM document_series
      ORDER BY series, fiscal_year`);
    const found: UnprovenDocumentView[] = [];
    for (const series of all) found.push(...(await this.walkSeries(series)));
    return found;
  }

  private async walkSeries(series: SeriesRow): Promise<UnprovenDocumentView[]> {
    const found: UnprovenDocumentView[] = [];
    let previous: Previous | undefined = { sha256: '', issuedAt: 0 };
    let last: DocumentRow | undefined;
    for (let first = 1; first < series.next; first += BATCH_SIZE) {
      const end = Math.min(first + BATCH_SIZE, series.next);
      const rows = await documentRows(this.database, series, first, end);
      for (let seq = first; seq < end; seq++) {
        last = rows.get(seq);
        const problem = last === undefined ? 'series' : problemOf(last, previous ?? predecessorOf(last));
        if (problem !== undefined) found.push(exampleOf(last, series, seq, problem));
        previous = last;
      }
    }
    if (last !== undefined && found.length === 0 && last.sha256 !== series.lastSha256)
      found.push(exampleOf(last, series, last.seq, 'content'));
    return found;
  }

  /** Returns documents that their series does not know. */
  private strays(): Promise<UnprovenDocumentView[]> {
    return this.database.slowRead.rows<UnprovenDocumentView>(sql`
      SELECT d.id AS "documentId", d.order_id AS "orderId", d.number, 'series' AS problem
      FROM documents d LEFT JOIN document_series s ON s.series = d.series AND s.fiscal_year = d.fiscal_year
      WHERE s.next IS NULL OR d.seq >= s.next ORDER BY d.id`);
  }

  /** Returns orders that left without a document, such as through a process of an earlier release. */
  private withoutDocument(): Promise<UnprovenDocumentView[]> {
    return this.database.slowRead.rows<UnprovenDocumentView>(sql`
      SELECT CAST(NULL AS text) AS "documentId", o.id AS "orderId", o.number, 'missing' AS problem
      FROM order_status_changes c JOIN orders o ON o.id = c.order_id
      WHERE c.status = ${GOODS_LEAVE_AT} AND c.at > (SELECT MIN(d.issued_at) FROM documents d) AND o.reference IS NULL
        AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.order_id = o.id)
      ORDER BY o.id`);
  }
}

/** After a gap, a document can only be compared with what it says of the one before. */
function predecessorOf({ previousSha256, issuedAt }: DocumentRow): Previous {
  return { sha256: previousSha256, issuedAt };
}

function exampleOf(
  row: DocumentRow | undefined,
  { series, fiscalYear }: SeriesRow,
  seq: number,
  problem: UnprovenDocumentView['problem'],
): UnprovenDocumentView {
  return {
    documentId: row?.id ?? null,
    orderId: row?.orderId ?? null,
    number: documentNumber(series, fiscalYear, seq),
    problem,
  };
}
