import { Injectable } from '@nestjs/common';
import type { DayRange } from '../../platform/calendar/day-ranges.js';
import { inDateRange } from '../../platform/calendar/local-time-sql.js';
import { fromThousandths } from '../../platform/common/money/quantity.js';
import type { UnitType } from '../../platform/common/money/unit-type.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { sql, type Sql } from '../../platform/database/transaction.js';
import type { DocumentKind } from '../../rules/documents/document-kind.js';
import { documentNumber } from '../../rules/documents/document-number.js';
import { daysOf } from '../report-range.js';
import {
  MAX_TAX_ROWS,
  type TaxAmountsView,
  type TaxGroup,
  type TaxReportQuery,
  type TaxReportView,
  type TaxRowView,
} from './tax-report.dto.js';

interface RateRow extends TaxAmountsView {
  /** Thousandths of a percent. */
  readonly rate: number;
  readonly cessRate: number;
}

interface HsnRow extends RateRow {
  readonly hsn: string | null;
  readonly unitType: UnitType | null;
  /** Thousandths of the unit. */
  readonly quantity: number | null;
}

interface SeriesRow extends TaxAmountsView {
  readonly kind: DocumentKind;
  readonly series: string;
  readonly fiscalYear: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly count: number;
}

/** Rows have the fields of one grouping. */
const NO_GROUP = {
  percent: null,
  cessPercent: null,
  hsn: null,
  unitType: null,
  quantity: null,
  kind: null,
  first: null,
  last: null,
  count: null,
} satisfies Omit<TaxRowView, keyof TaxAmountsView>;

const NOTHING: TaxAmountsView = { net: 0, taxable: 0, vat: 0, cgst: 0, sgst: 0, igst: 0, cess: 0 };

/** Reports the taxes of documents by rate, HSN code or series. Credit notes are subtracted. */
@Injectable()
export class TaxReport {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** @throws request.rule-broken if the range is invalid */
  async read(query: TaxReportQuery): Promise<TaxReportView> {
    const { timeZone, currency } = this.config.store;
    const days = daysOf(query, timeZone);
    const rows = await this.rows(query.by, days);
    return {
      ...days.texts,
      ...{ timeZone, currency, by: query.by },
      totals: rows.reduce(added, NOTHING),
      rows: rows.slice(0, MAX_TAX_ROWS),
      rowsTotal: rows.length,
    };
  }

  /** Returns all rows of a grouping. */
  async rows(by: TaxGroup, days: DayRange): Promise<TaxRowView[]> {
    const { slowRead } = this.database;
    if (by === 'rate') return (await slowRead.rows<RateRow>(byRate(days))).map(rateView);
    if (by === 'hsn') return (await slowRead.rows<HsnRow>(byHsn(days))).map(hsnView);
    return (await slowRead.rows<SeriesRow>(bySeries(days))).map(seriesView);
  }
}

function rateView({ rate, cessRate, ...amounts }: RateRow): TaxRowView {
  return {
    ...NO_GROUP,
    ...amounts,
    percent: fromThousandths(rate),
    cessPercent: fromThousandths(cessRate),
  };
}

function hsnView({ hsn, unitType, quantity, ...row }: HsnRow): TaxRowView {
  return {
    ...rateView(row),
    ...{ hsn, unitType, quantity: quantity === null ? null : fromThousandths(quantity) },
  };
}

function seriesView({ series, fiscalYear, firstSeq, lastSeq, ...row }: SeriesRow): TaxRowView {
  return {
    ...NO_GROUP,
    ...row,
    first: documentNumber(series, fiscalYear, firstSeq),
    last: documentNumber(series, fiscalYear, lastSeq),
  };
}

function added(sum: TaxAmountsView, row: TaxAmountsView): TaxAmountsView {
  return {
    net: sum.net + row.net,
    taxable: sum.taxable + row.taxable,
    vat: sum.vat + row.vat,
    cgst: sum.cgst + row.cgst,
    sgst: sum.sgst + row.sgst,
    igst: sum.igst + row.igst,
    cess: sum.cess + row.cess,
  };
}

/**
 * Selects the documents of the range with their lines as `x`, and the taxes of each line as `t`. A document without a line has one
 * row. Only goods that never left come back unsold: of a reversed document, also those of a line that was credited before.
 */
function linesIn(days: DayRange): Sql {
  return sql`
    WITH issued AS (
      SELECT d.id, d.kind, d.series, d.fiscal_year, d.seq, d.reversal, d.credits_id,
        CASE WHEN d.kind = 'credit_note' THEN -1 ELSE 1 END AS sign
      FROM documents d WHERE ${inDateRange(sql`d.issued_at`, days)}
    ),
    lines AS (
      SELECT i.kind, i.series, i.fiscal_year, i.seq, i.id AS document_id, COALESCE(l.id, o.id) AS id,
        COALESCE(l.hsn, o.hsn) AS hsn, COALESCE(l.unit_type, o.unit_type) AS unit_type,
        i.sign * l.net AS net, i.sign * l.taxable AS taxable,
        CASE WHEN l.id IS NULL THEN 0 ELSE i.sign END AS sign,
        CASE WHEN i.reversal THEN -o.quantity ELSE l.quantity END AS quantity
      FROM issued i
      LEFT JOIN document_lines o ON i.reversal AND o.document_id = i.credits_id
      LEFT JOIN document_lines l ON l.document_id = i.id AND (o.id IS NULL OR l.credits_line_id = o.id)
    ),
    taxes AS (
      SELECT x.document_id, x.id AS line_id,
        MAX(CASE WHEN p.component <> 'cess' THEN p.rate ELSE 0 END) AS rate,
        MAX(CASE WHEN p.component = 'cess' THEN p.rate ELSE 0 END) AS cess_rate,
        ${amountOf('vat')}, ${amountOf('cgst')}, ${amountOf('sgst')}, ${amountOf('igst')}, ${amountOf('cess')}
      FROM lines x JOIN document_taxes p ON p.line_id = x.id
      GROUP BY x.document_id, x.id
    )`;
}

function amountOf(component: 'vat' | 'cgst' | 'sgst' | 'igst' | 'cess'): Sql {
  const name = { vat: sql`vat`, cgst: sql`cgst`, sgst: sql`sgst`, igst: sql`igst`, cess: sql`cess` }[
    component
  ];
  return sql`SUM(CASE WHEN p.component = ${component} THEN x.sign * p.amount ELSE 0 END) AS ${name}`;
}

const AMOUNTS = sql`
  CAST(COALESCE(SUM(x.net), 0) AS bigint) AS net, CAST(COALESCE(SUM(x.taxable), 0) AS bigint) AS taxable,
  CAST(COALESCE(SUM(t.vat), 0) AS bigint) AS vat, CAST(COALESCE(SUM(t.cgst), 0) AS bigint) AS cgst,
  CAST(COALESCE(SUM(t.sgst), 0) AS bigint) AS sgst, CAST(COALESCE(SUM(t.igst), 0) AS bigint) AS igst,
  CAST(COALESCE(SUM(t.cess), 0) AS bigint) AS cess`;
const TAXED_LINES = sql`lines x LEFT JOIN taxes t ON t.document_id = x.document_id AND t.line_id = x.id`;
const RATES = sql`COALESCE(t.rate, 0) AS rate, COALESCE(t.cess_rate, 0) AS "cessRate"`;

function byRate(days: DayRange): Sql {
  return sql`${linesIn(days)}
    SELECT ${RATES}, ${AMOUNTS} FROM ${TAXED_LINES} WHERE x.id IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;
}

function byHsn(days: DayRange): Sql {
  return sql`${linesIn(days)}
    SELECT ${RATES}, x.hsn, x.unit_type AS "unitType", CAST(SUM(x.quantity) AS bigint) AS quantity, ${AMOUNTS}
    FROM ${TAXED_LINES} WHERE x.id IS NOT NULL
    GROUP BY 1, 2, 3, 4 ORDER BY COALESCE(x.hsn, ''), 1, 2, COALESCE(x.unit_type, '')`;
}

function bySeries(days: DayRange): Sql {
  return sql`${linesIn(days)}
    SELECT x.kind, x.series, x.fiscal_year AS "fiscalYear", MIN(x.seq) AS "firstSeq", MAX(x.seq) AS "lastSeq",
      count(DISTINCT x.document_id) AS count, ${AMOUNTS}
    FROM ${TAXED_LINES} GROUP BY x.kind, x.series, x.fiscal_year ORDER BY x.kind, x.series, x.fiscal_year`;
}
