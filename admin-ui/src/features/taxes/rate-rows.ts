import type { Schema } from 'ui-common/api/client';
import type { FieldError } from 'ui-common/forms/field-error';
import type { TaxRate } from './tax-classes';

/** A rate as typed. */
export interface RateRow {
  /** Date such as "2026-11-25"; empty if it is missing. */
  readonly validFrom: string;
  readonly percent: string;
  /** Empty for none. */
  readonly cessPercent: string;
}

/** Rates as typed, by their field in the request, such as `rates.0.percent`. */
export type RateDraft = Record<string, string>;

const FIELDS = ['validFrom', 'percent', 'cessPercent'] as const;

/** At most three decimals, after a point or a comma. */
const TYPED_PERCENT = /^\d{1,3}(?:[.,]\d{1,3})?$/;
const MAX_PERCENT = 100;

/** Parses a typed percentage: "18", "0.25" or "2,5 %". Undefined if it is none, or more than 100. */
export function readPercent(typed: string): number | undefined {
  const text = typed.replace('%', '').trim();
  if (!TYPED_PERCENT.test(text)) return undefined;
  const percent = Number(text.replace(',', '.'));
  return percent <= MAX_PERCENT ? percent : undefined;
}

export function rowOf({ validFrom, percent, cessPercent }: TaxRate): RateRow {
  return { validFrom, percent: String(percent), cessPercent: cessPercent === 0 ? '' : String(cessPercent) };
}

/** Returns the rows of a draft, in their order. */
export function rowsIn(draft: Readonly<RateDraft>): RateRow[] {
  const count = Object.keys(draft).filter((field) => field.endsWith('.percent')).length;
  const typed = (i: number, field: (typeof FIELDS)[number]): string => draft[`rates.${i}.${field}`] ?? '';
  return Array.from({ length: count }, (_, i) => ({
    validFrom: typed(i, 'validFrom'),
    percent: typed(i, 'percent'),
    cessPercent: typed(i, 'cessPercent'),
  }));
}

/** Replaces the rows of a draft. */
export function writeRows(draft: RateDraft, rows: readonly RateRow[]): void {
  for (const field of Object.keys(draft))
    if (field.startsWith('rates.')) Reflect.deleteProperty(draft, field);
  for (const [i, row] of rows.entries())
    for (const field of FIELDS) draft[`rates.${i}.${field}`] = row[field];
}

/** Returns the field errors that can be found without the server. */
export function rowErrors(rows: readonly RateRow[]): FieldError[] {
  const days = rows.map(({ validFrom }) => validFrom);
  return rows.flatMap(({ validFrom, percent, cessPercent }, i) => {
    const at = (field: keyof RateRow, code: string, isWrong: boolean): FieldError[] =>
      isWrong ? [{ field: `rates.${i}.${field}`, code }] : [];
    return [
      ...at('validFrom', 'field.required', validFrom === ''),
      ...at('validFrom', 'tax.rates-overlap', validFrom !== '' && days.indexOf(validFrom) < i),
      ...at('percent', 'tax.is-rate', readPercent(percent) === undefined),
      ...at(
        'cessPercent',
        'tax.is-rate',
        cessPercent.trim() !== '' && readPercent(cessPercent) === undefined,
      ),
    ];
  });
}

/** Returns the rates of valid rows. */
export function ratesOf(rows: readonly RateRow[]): Schema<'TaxRateBody'>[] {
  return rows.map(({ validFrom, percent, cessPercent }) => ({
    validFrom,
    percent: readPercent(percent) ?? 0,
    cessPercent: readPercent(cessPercent) ?? 0,
  }));
}
