import type { Database } from '../platform/database/database.js';
import { sql } from '../platform/database/transaction.js';
import { chainedSha256, sha256 } from '../rules/documents/document-chain.js';
import { documentNumber } from '../rules/documents/document-number.js';
import { MAX_EXAMPLES, type DocumentBooksView, type UnprovenDocumentView } from './books.dto.js';
import { countsOf, differing, type Compared } from './differing.js';

interface AmountsRow extends Compared {
  readonly id: string | null;
  readonly orderId: string;
  readonly number: string;
  readonly problem: 'amounts' | 'order' | 'series';
}

interface SeriesRow {
  readonly series: string;
  readonly fiscalYear: string;
  readonly next: number;
  readonly lastSha256: string;
}

interface LinkRow {
  readonly id: string;
  readonly orderId: string;
  readonly seq: number;
  readonly number: string;
  readonly total: number;
  readonly issuedAt: number;
  readonly content: string;
  readonly buyer: string | null;
  readonly sha256: string;
  readonly previousSha256: string;
}

/** What the walk along a series knows of the document before. */
interface Previous {
  readonly sha256: string;
  readonly issuedAt: number;
}

/** Number of documents that a statement reads. */
const BATCH_SIZE = 500;

/**
 * Proves of every document that its lines and taxes add up to its total, and this to that of its order; that the numbers of each series
 * have no gap and its times do not fall; and that no byte of a content has changed since it was issued.
 */
export class DocumentBooks {
  constructor(private readonly database: Database) {}

  async check(): Promise<DocumentBooksView> {
    const rows = await this.database.slowRead.rows<AmountsRow>(AMOUNTS);
    const { checked, differing: wrong } = countsOf(rows);
    const amounts = rows.flatMap(({ id, orderId, number, problem }) =>
      id === null ? [] : [{ documentId: id, orderId, number, problem }],
    );
    const broken = await this.walk();
    return {
      checked,
      differing: wrong + broken.length,
      examples: [...amounts, ...broken].slice(0, MAX_EXAMPLES),
    };
  }

  /** Follows each series from its first document to the last one that it had at the beginning. */
  private async walk(): Promise<UnprovenDocumentView[]> {
    const all = await this.database.slowRead.rows<SeriesRow>(sql`
      SELECT series, fiscal_year AS "fiscalYear", next, last_sha256 AS "lastSha256" FROM document_series
      ORDER BY series, fiscal_year`);
    const broken: UnprovenDocumentView[] = [];
    for (const series of all) broken.push(...(await this.walkSeries(series)));
    return broken;
  }

  private async walkSeries(series: SeriesRow): Promise<UnprovenDocumentView[]> {
    const broken: UnprovenDocumentView[] = [];
    let previous: Previous = { sha256: '', issuedAt: 0 };
    for (let first = 1; first < series.next; first += BATCH_SIZE) {
      const end = Math.min(first + BATCH_SIZE, series.next);
      const rows = await this.links(series, first, end);
      for (let seq = first; seq < end; seq++) {
        const row = rows.get(seq);
        const problem = row === undefined ? 'series' : problemOf(row, previous);
        if (problem !== undefined) broken.push(exampleOf(row, series, seq, problem));
        if (row !== undefined) previous = row;
      }
    }
    if (series.next > 1 && broken.length === 0 && previous.sha256 !== series.lastSha256)
      broken.push(exampleOf(undefined, series, series.next - 1, 'content'));
    return broken;
  }

  /** Returns the documents of a series by their numbers in it. @param end exclusive */
  private async links(
    { series, fiscalYear }: SeriesRow,
    first: number,
    end: number,
  ): Promise<Map<number, LinkRow>> {
    const rows = await this.database.slowRead.rows<LinkRow>(sql`
      SELECT id, order_id AS "orderId", seq, number, total, issued_at AS "issuedAt", content, buyer, sha256,
        previous_sha256 AS "previousSha256"
      FROM documents
      WHERE series = ${series} AND fiscal_year = ${fiscalYear} AND seq >= ${first} AND seq < ${end}`);
    return new Map(rows.map((row) => [row.seq, row]));
  }
}

/** Every document with what is wrong with its amounts or its number; null if nothing is. */
const AMOUNTS = differing(
  sql`documents`,
  sql`SELECT d.id, d.order_id AS "orderId", d.number,
        CASE
          WHEN d.total <> COALESCE(summed.net, 0) OR COALESCE(summed.wrong, 0) > 0
            OR d.total < COALESCE(credited.total, 0) THEN 'amounts'
          WHEN d.kind <> 'credit_note' AND COALESCE(credited.reversals, 0) = 0 AND d.total <> o.total THEN 'order'
          WHEN s.next IS NULL OR d.seq >= s.next THEN 'series'
        END AS problem
      FROM documents d
      JOIN orders o ON o.id = d.order_id
      LEFT JOIN document_series s ON s.series = d.series AND s.fiscal_year = d.fiscal_year
      LEFT JOIN (
        SELECT l.document_id, CAST(SUM(l.net) AS bigint) AS net,
          SUM(CASE WHEN l.net <> l.gross - l.discount OR l.net <> l.taxable + COALESCE(t.amount, 0) THEN 1 ELSE 0 END) AS wrong
        FROM document_lines l
        LEFT JOIN (
          SELECT line_id, CAST(SUM(amount) AS bigint) AS amount FROM document_taxes GROUP BY line_id
        ) t ON t.line_id = l.id
        GROUP BY l.document_id
      ) summed ON summed.document_id = d.id
      LEFT JOIN (
        SELECT n.credits_id, CAST(SUM(n.total) AS bigint) AS total, SUM(CASE WHEN n.reversal THEN 1 ELSE 0 END) AS reversals
        FROM documents n WHERE n.credits_id IS NOT NULL GROUP BY n.credits_id
      ) credited ON credited.credits_id = d.id`,
  sql`problem IS NOT NULL`,
);

/** Returns what is wrong with a document in its series; undefined if nothing is. */
function problemOf(row: LinkRow, previous: Previous): 'series' | 'content' | undefined {
  if (row.issuedAt < previous.issuedAt) return 'series';
  const isChained =
    row.previousSha256 === previous.sha256 && row.sha256 === chainedSha256(previous.sha256, row.content);
  return isChained && statesItsRow(row) ? undefined : 'content';
}

/** Returns true if the content states what the columns of the document have, and its buyer. */
function statesItsRow({ content, number, total, buyer }: LinkRow): boolean {
  const stated = JSON.parse(content) as Readonly<Record<'number' | 'total' | 'buyerSha256', unknown>>;
  return (
    stated.number === number &&
    stated.total === total &&
    (buyer === null || stated.buyerSha256 === sha256(buyer))
  );
}

function exampleOf(
  row: LinkRow | undefined,
  { series, fiscalYear }: SeriesRow,
  seq: number,
  problem: 'series' | 'content',
): UnprovenDocumentView {
  return {
    documentId: row?.id ?? null,
    orderId: row?.orderId ?? null,
    number: documentNumber(series, fiscalYear, seq),
    problem,
  };
}
