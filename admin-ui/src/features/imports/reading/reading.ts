import type { Schema } from 'ui-common/api/client';
import { LANGUAGES } from 'ui-common/api/languages';
import type { ImportKind } from '../imports';

export type Reading = Schema<'ImportReadingView'>;
export type ReadingBody = Schema<'ReadingBody'>;
export type ColumnField = Reading['columns'][number];

/** A column that is left out. */
export const LEFT_OUT = '-';

/** Fields that a column can hold in each kind of file, in the order in which they are offered. */
export const COLUMN_FIELDS: Readonly<Record<ImportKind, readonly ColumnField[]>> = {
  products: [
    ...[LEFT_OUT, 'name', 'section', 'unitType', 'price', 'ratePerUnit', 'mrp', 'delivery', 'counted'],
    ...[
      'sku',
      'barcodes',
      'taxClass',
      'hsn',
      'netContent',
      'brand',
      'otherNames',
      'description',
      'quantityStep',
      'lowStockThreshold',
      'maxPerOrder',
    ],
    ...LANGUAGES.flatMap((language) => [
      `name:${language}`,
      `description:${language}`,
      `otherNames:${language}`,
    ]),
    ...['manufacturedOn', 'bestBefore', 'published', 'group', 'variant', 'id', 'version'],
  ] as ColumnField[],
  customers: [
    ...[LEFT_OUT, 'email', 'name', 'firstName', 'lastName', 'phone', 'line1', 'line2', 'city', 'postalCode'],
    ...['state', 'locale', 'note', 'username'],
  ] as ColumnField[],
  orders: [
    ...[LEFT_OUT, 'order', 'orderedAt', 'email', 'username', 'status', 'name', 'section', 'productId'],
    ...['quantity', 'unitType', 'price', 'lineTotal', 'currency', 'recipient', 'phone', 'line1', 'line2'],
    ...['city', 'postalCode', 'state', 'note'],
  ] as ColumnField[],
};

/** What a person can change about a reading. */
export type ReadingChoice = Pick<
  Reading,
  'encoding' | 'separator' | 'decimalMark' | 'sheet' | 'columns' | 'fixed'
>;

export function choiceOf({
  encoding,
  separator,
  decimalMark,
  sheet,
  columns,
  fixed,
}: Reading): ReadingChoice {
  return { encoding, separator, decimalMark, sheet, columns: [...columns], fixed: { ...fixed } };
}

/** Returns true if the choice splits the file into other columns, whose fields are then guessed again. */
export function hasOtherColumns(reading: Reading, choice: ReadingChoice): boolean {
  return (['encoding', 'separator', 'sheet'] as const).some((part) => reading[part] !== choice[part]);
}

/** Returns the request body for another check. */
export function readingBody(reading: Reading, choice: ReadingChoice): ReadingBody {
  const { encoding, separator, sheet, decimalMark, columns, fixed } = choice;
  const format = reading.kind === 'xlsx' ? { sheet } : { encoding, separator };
  const said = Object.entries({ ...format, decimalMark }).filter(([, value]) => value !== null);
  return {
    ...(Object.fromEntries(said) as ReadingBody),
    ...(hasOtherColumns(reading, choice) ? {} : { columns }),
    fixed: Object.fromEntries(Object.entries(fixed).filter(([, value]) => Boolean(value))),
  };
}

/** Number of columns that are offered as a part of the name. */
const MAX_NAME_PARTS = 3;
/** What columns hold that tell products of one name apart, as do those that are left out. */
const TELLING_FIELDS: readonly ColumnField[] = [LEFT_OUT, 'sku', 'netContent', 'brand'];

/**
 * Returns the columns that could tell products of one name apart, such as a code or a size, with the body that adds each. It then
 * holds nothing else.
 */
export function nameParts(reading: Reading): { readonly heading: string; readonly body: ReadingBody }[] {
  const choice = choiceOf(reading);
  return reading.headings
    .flatMap((heading, i) =>
      TELLING_FIELDS.includes(choice.columns[i] ?? LEFT_OUT) &&
      heading !== '' &&
      reading.sample.some((row) => row[i] !== '')
        ? [{ heading, body: readingBody(reading, { ...choice, columns: choice.columns.with(i, 'name') }) }]
        : [],
    )
    .slice(0, MAX_NAME_PARTS);
}

/** Returns the fields that more than one column holds. Several columns of the name are its parts. */
export function fieldsHeldTwice(columns: readonly ColumnField[]): ColumnField[] {
  const hasBothRates = columns.includes('price') && columns.includes('ratePerUnit');
  return columns.filter(
    (field, i) =>
      field !== LEFT_OUT &&
      field !== 'name' &&
      (columns.indexOf(field) !== i || (hasBothRates && (field === 'price' || field === 'ratePerUnit'))),
  );
}
