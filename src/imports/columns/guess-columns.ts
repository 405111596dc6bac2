import { isId } from '../../platform/common/id.js';
import type { ColumnRules } from './column-rules.js';
import { IMPORT_FIELDS, LEFT_OUT, type ColumnField, type Columns, type ImportField } from './import-field.js';

/** The name or sign of a currency, which a heading has in brackets or behind a comma. */
const CURRENCY_SIGN = /\p{Sc}|\brs\b\.?|\b(?:in )?(?:rupees|euro?s?)\b|रुपये|रुपए|रु\.?/giu;
/** The code of a currency in a heading, such as "Price (INR)". */
const CURRENCY_CODE = /\b[A-Z]{3}\b/g;

/** What {@link guessColumns} knows about a file. */
export interface ColumnHints {
  readonly headings: readonly string[];
  /** The first rows. */
  readonly sample: readonly (readonly string[])[];
  /** Code of the store's currency. A price in another one is left out. */
  readonly currency: string;
}

/**
 * Guesses the field of each column by its heading. Each field is used once. The store's own heading, exactly `ratePerUnit`,
 * is read in minor units, and every other heading of a rate as a price. A column is the product's ID only if it holds IDs of
 * this store.
 */
export function guessColumns(rules: ColumnRules, { headings, sample, currency }: ColumnHints): Columns {
  const isOwnId = holdsIds(rules, headings, sample);
  const fields = rules.fields.filter((field) => isOwnId || (field !== 'id' && field !== 'version'));
  const columns = headings.map((): ColumnField => LEFT_OUT);
  const assign = (field: ImportField, index: number): void => {
    if (index !== -1) columns[index] = field;
  };
  for (const field of fields.filter((one) => !meansAnotherField(rules, one)))
    assign(
      field,
      headings.findIndex((heading) => heading.trim() === field),
    );
  for (const field of fields) {
    if (columns.includes(field) || columns.includes(rules.rivals[field] ?? field)) continue;
    const ranks = headings.map((heading, i) =>
      columns[i] === LEFT_OUT ? rankOf(rules, field, heading, currency) : Infinity,
    );
    const best = Math.min(...ranks);
    if (best < Infinity) assign(field, ranks.indexOf(best));
  }
  return columns;
}

/** Returns true if the name of a field is a heading of another one as well: alone, an `mrp` is the price. */
function meansAnotherField({ synonyms }: ColumnRules, field: ImportField): boolean {
  return Object.entries(synonyms).some(([other, words]) => other !== field && words.includes(field));
}

/** Returns the headings that this store does not know. Those of its own exports that are left out are known. */
export function unknownHeadings(
  { exportedFacts }: ColumnRules,
  headings: readonly string[],
  columns: Columns,
): string[] {
  const known = ['', LEFT_OUT, ...exportedFacts];
  return headings.filter((heading, i) => columns[i] === LEFT_OUT && !known.includes(heading.trim()));
}

/** Returns the place of a heading in the list of a field; Infinity if it is not in it. */
function rankOf(
  { exportedFacts, synonyms }: ColumnRules,
  field: ImportField,
  heading: string,
  currency: string,
): number {
  if (exportedFacts.includes(heading.trim())) return Infinity;
  const codes = heading.match(CURRENCY_CODE) ?? [];
  if (IMPORT_FIELDS[field] === 'money' && codes.some((code) => isCurrency(code) && code !== currency))
    return Infinity;
  const rank = synonyms[field]?.indexOf(normalizedHeading(heading, currency)) ?? -1;
  return rank === -1 ? Infinity : rank;
}

/** Returns the letters and digits of a heading in lower case, without a currency. */
export function normalizedHeading(heading: string, currency: string): string {
  return heading
    .normalize('NFKC')
    .replace(CURRENCY_CODE, (code) => (code === currency ? '' : code))
    .replace(CURRENCY_SIGN, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

/** Returns false if a file has the IDs of another program, whose versions are not those of this store either. */
function holdsIds(
  { synonyms }: ColumnRules,
  headings: readonly string[],
  sample: readonly (readonly string[])[],
): boolean {
  const at = headings.findIndex((heading) => synonyms.id?.includes(normalizedHeading(heading, '')));
  const cells = sample.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length === 0 || cells.some(isId);
}
