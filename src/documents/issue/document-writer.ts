import { Injectable } from '@nestjs/common';
import { dayInTimeZone } from '../../platform/calendar/store-day.js';
import { canonicalJson } from '../../platform/common/canonical-json.js';
import { SharedCache } from '../../platform/cache/shared-cache.js';
import { newId } from '../../platform/common/id.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import { Config } from '../../platform/config/config.js';
import { join, sql, type Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { chainedSha256 } from '../../rules/documents/document-chain.js';
import type { DocumentKind } from '../../rules/documents/document-kind.js';
import type { DocumentLine } from '../../rules/documents/document-lines.js';
import { documentNumber, fiscalYearOf } from '../../rules/documents/document-number.js';
import { sum } from '../../rules/pricing/quote.js';
import { PREFIX_OF_KIND, type DocumentSettings } from '../../settings/document-settings.dto.js';
import type { DocumentContent } from './document-content.js';

/** A line to write, and the line that it credits. */
export interface DraftLine extends DocumentLine {
  readonly creditsLineId: string | null;
}

/** A document without its number and time. */
export interface Draft {
  readonly orderId: string;
  /** Time of the issue, unless the latest document of the series is later. */
  readonly now: number;
  readonly kind: DocumentKind;
  readonly settings: DocumentSettings;
  readonly lines: readonly DraftLine[];
  readonly buyer: string | null;
  readonly buyerSha256: string;
  readonly creditsId: string | null;
  readonly reversal: boolean;
  readonly content: DraftContent;
}

/** What a document states besides its number, time, lines and buyer. */
export type DraftContent = Pick<
  DocumentContent,
  'currency' | 'locale' | 'order' | 'seller' | 'tax' | 'placeOfSupply' | 'credits'
>;

/** Reference to an issued document. */
export interface IssuedDocument {
  readonly id: string;
  readonly number: string;
}

interface SeriesRow {
  readonly seq: number;
  readonly issuedAt: number;
  readonly previousSha256: string;
}

/** Numbers documents and writes them. The only way in which they come into being. */
@Injectable()
export class DocumentWriter {
  constructor(
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly cache: SharedCache,
  ) {}

  /**
   * Takes the next number of the series and writes the document. The series stays locked until the transaction ends. A rollback
   * returns the number.
   */
  async write(tx: Transaction, draft: Draft): Promise<IssuedDocument> {
    const { timeZone } = this.config.store;
    const { now } = draft;
    const series = draft.settings.prefixes[PREFIX_OF_KIND[draft.kind]];
    const fiscalYear = fiscalYearOf(dayInTimeZone(now, timeZone), draft.settings.fiscalYearStart);
    const { seq, issuedAt, previousSha256 } = await nextInSeries(tx, series, fiscalYear, now);
    const number = documentNumber(series, fiscalYear, seq);
    const content = canonicalJson(this.contentOf(draft, number, issuedAt));
    const hash = chainedSha256(previousSha256, content);
    const id = newId();
    await tx.execute(sql`
      INSERT INTO documents (id, order_id, kind, series, fiscal_year, seq, number, issued_at, total, credits_id, reversal,
        ordinal, content, buyer, sha256, previous_sha256)
      VALUES (${id}, ${draft.orderId}, ${draft.kind}, ${series}, ${fiscalYear}, ${seq}, ${number}, ${issuedAt},
        ${totalOf(draft)}, ${draft.creditsId}, ${draft.reversal},
        (SELECT COALESCE(max(d.ordinal), 0) + 1 FROM documents d WHERE d.order_id = ${draft.orderId}),
        ${content}, ${draft.buyer}, ${hash}, ${previousSha256})`);
    await insertLines(tx, id, draft.lines);
    await tx.execute(sql`
      UPDATE document_series SET last_sha256 = ${hash} WHERE series = ${series} AND fiscal_year = ${fiscalYear}`);
    await this.outbox.add(tx, [
      { type: 'documents.issued', subject: `order:${draft.orderId}`, payload: { documentId: id } },
    ]);
    tx.afterCommit(() => this.cache.invalidateSoon('reports'));
    return { id, number };
  }

  private contentOf(draft: Draft, number: string, issuedAt: number): DocumentContent {
    return {
      ...draft.content,
      kind: draft.kind,
      number,
      issuedAt: toIsoString(issuedAt),
      issuedOn: dayInTimeZone(issuedAt, this.config.store.timeZone),
      lines: draft.lines.map(
        ({ itemId: _item, chargeId: _charge, taxClassId: _class, creditsLineId: _credited, ...line }) => line,
      ),
      total: totalOf(draft),
      buyerSha256: draft.buyerSha256,
    };
  }
}

function totalOf({ lines }: Draft): number {
  return sum(lines.map(({ net }) => net));
}

/** Locks a series and takes its next number. The time of issue never falls within a series, even if the clock was put back. */
async function nextInSeries(
  tx: Transaction,
  series: string,
  fiscalYear: string,
  now: number,
): Promise<SeriesRow> {
  await tx.execute(sql`
    INSERT INTO document_series (series, fiscal_year, next, last_issued_at, last_sha256)
    VALUES (${series}, ${fiscalYear}, 1, ${now}, '') ON CONFLICT (series, fiscal_year) DO NOTHING`);
  const row = await tx.row<SeriesRow>(sql`
    UPDATE document_series SET next = next + 1,
      last_issued_at = CASE WHEN last_issued_at > ${now} THEN last_issued_at ELSE ${now} END
    WHERE series = ${series} AND fiscal_year = ${fiscalYear}
    RETURNING next - 1 AS seq, last_issued_at AS "issuedAt", last_sha256 AS "previousSha256"`);
  if (row === undefined) throw new Error(`The series ${series} ${fiscalYear} is missing`);
  return row;
}

async function insertLines(tx: Transaction, documentId: string, lines: readonly DraftLine[]): Promise<void> {
  if (lines.length === 0) return;
  const withIds = lines.map((line) => ({ ...line, id: newId() }));
  const rows = withIds.map(
    (
      line,
      i,
    ) => sql`(${line.id}, ${documentId}, ${i + 1}, ${line.itemId}, ${line.chargeId}, ${line.creditsLineId},
      ${line.taxClassId}, ${line.name}, ${line.hsn}, ${line.unitType}, ${line.quantity}, ${line.ratePerUnit},
      ${line.gross}, ${line.discount}, ${line.net}, ${line.taxable})`,
  );
  await tx.execute(sql`
    INSERT INTO document_lines (id, document_id, position, item_id, charge_id, credits_line_id, tax_class_id, name, hsn,
      unit_type, quantity, rate_per_unit, gross, discount, net, taxable)
    VALUES ${join(rows)}`);
  const taxes = withIds.flatMap(({ id, taxes: parts }) =>
    parts.map(
      ({ component, rate, taxable, amount }) => sql`(${id}, ${component}, ${rate}, ${taxable}, ${amount})`,
    ),
  );
  if (taxes.length === 0) return;
  await tx.execute(sql`
    INSERT INTO document_taxes (line_id, component, rate, taxable, amount) VALUES ${join(taxes)}`);
}
