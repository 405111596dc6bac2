import { unknownHeadings } from '../columns/guess-columns.js';
import { LEFT_OUT } from '../columns/import-field.js';
import type { ColumnRules } from '../columns/column-rules.js';
import type { RowError } from '../rows/row-error.js';
import { MAX_COLUMNS } from './reading.dto.js';
import type { Reading } from './reading.js';

/** Line of the headings, for errors of columns. */
const HEADING_LINE = 1;

/** Returns what is wrong with the columns of a file. Rows can only be read once there is nothing. */
export function readingErrors(reading: Reading, rules: ColumnRules): RowError[] {
  const { headings, columns, source, isSeen } = reading;
  if (headings.length > MAX_COLUMNS)
    return [errorOf('too-many-columns', `A file may have at most ${MAX_COLUMNS} columns.`)];
  if (columns.length !== headings.length)
    return [
      errorOf('column-count', `The file has ${headings.length} columns, and the mapping ${columns.length}.`),
    ];
  const fields = columns.filter((field) => field !== LEFT_OUT);
  const twice = fields.filter((field, i) => !rules.inParts.includes(field) && fields.indexOf(field) !== i);
  const errors = [
    ...fields
      .filter((field) => !rules.fields.includes(field))
      .map((field) => errorOf('field-of-other-files', `A file of this kind has no column ${field}.`, field)),
    ...[...new Set(twice)].map((field) => errorOf('column-twice', `Two columns hold ${field}.`, field)),
    ...(columns.includes('price') && columns.includes('ratePerUnit')
      ? [errorOf('two-rates', 'The columns price and ratePerUnit both hold the rate: keep one.', 'price')]
      : []),
    ...(isSeen || source === 'given' ? [] : unknownErrors(reading, rules)),
  ];
  if (errors.length > 0) return errors;
  return rules.needed
    .filter(({ oneOf }) => !fields.some((field) => oneOf.includes(field)))
    .map(({ message }) => errorOf('missing-column', message));
}

/** A column is not left out without a word if no person looks at the file before it is applied. */
function unknownErrors({ headings, columns }: Reading, rules: ColumnRules): RowError[] {
  return unknownHeadings(rules, headings, columns).map((heading) =>
    errorOf(
      'unknown-column',
      `It is unclear what the column ${printable(heading)} holds.`,
      printable(heading),
    ),
  );
}

function errorOf(code: string, message: string, column: string | null = null): RowError {
  return { line: HEADING_LINE, column, code: `imports.${code}`, message };
}

/** Returns a heading that is safe to show in an error. */
function printable(name: string): string {
  return name.replace(/[\p{C}\uFFFD]/gu, '?').slice(0, 60);
}
