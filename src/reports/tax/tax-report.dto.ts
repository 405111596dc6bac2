import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { UNIT_TYPES, type UnitType } from '../../platform/common/money/unit-type.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../rules/documents/document-kind.js';
import { ReportRangeQuery } from '../report-range.dto.js';

export const TAX_GROUPS = ['rate', 'hsn', 'document'] as const;

export type TaxGroup = (typeof TAX_GROUPS)[number];

/** Most rows of the report. Its export has all. */
export const MAX_TAX_ROWS = 1000;

/** Days and grouping of the tax report. */
export class TaxReportQuery extends ReportRangeQuery {
  /** By tax rate, by HSN code with unit and rate, or by series of documents. @example rate */
  @IsIn(TAX_GROUPS)
  by: TaxGroup = 'rate';
}

/** What documents state, in minor units of the currency. Credit notes are subtracted, so that an amount can be negative. */
export class TaxAmountsView {
  /** What was paid, tax included. @example 118000 */
  net: number;

  /** What was taxed, without the tax; of lines without a tax, all of it. @example 100000 */
  taxable: number;

  /** @example 0 */
  vat: number;

  /** @example 9000 */
  cgst: number;

  /** @example 9000 */
  sgst: number;

  /** @example 0 */
  igst: number;

  /** @example 0 */
  cess: number;
}

/** A row of the tax report. Fields of other groupings are null. */
export class TaxRowView extends TaxAmountsView {
  /** By rate and by HSN code: 0 for lines without a tax. @example 18 */
  percent: number | null;

  /** @example 0 */
  cessPercent: number | null;

  /** By HSN code; null for lines without one, such as charges. @example "3401" */
  hsn: string | null;

  /** By HSN code; null for charges. @example pack */
  @IsIn([...UNIT_TYPES, null])
  unitType: UnitType | null;

  /** By HSN code: units that have left the store and did not come back unsold. Credits of amounts do not change it. @example 12.5 */
  quantity: number | null;

  /** By series. @example tax_invoice */
  @IsIn([...DOCUMENT_KINDS, null])
  kind: DocumentKind | null;

  /** By series: first number of the range. @example INV/26-27/000001 */
  first: string | null;

  /** By series: last number of the range. @example INV/26-27/000212 */
  last: string | null;

  /** By series: number of documents. @example 212 */
  count: number | null;
}

/** Taxes of the documents that were issued in a range of days. */
export class TaxReportView {
  /** @example 2026-01-01 */
  from: string;

  /** @example 2026-01-31 */
  to: string;

  /** @example Asia/Kolkata */
  timeZone: string;

  /** ISO 4217 code. @example INR */
  currency: string;

  /** @example rate */
  @IsIn(TAX_GROUPS)
  by: TaxGroup;

  totals: TaxAmountsView;

  @ApiProperty({ maxItems: MAX_TAX_ROWS })
  rows: TaxRowView[];

  /** Number of all rows, also of those beyond the first thousand. @example 3 */
  rowsTotal: number;
}
