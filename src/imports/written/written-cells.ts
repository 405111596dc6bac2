import { writtenNumber, type DecimalMark } from '../../platform/common/money/written-number.js';
import { withLatinDigits } from '../../platform/common/text.js';

/** Words for yes and no, as people and other programs write them. */
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...[
    'true',
    'yes',
    'y',
    '1',
    'x',
    'active',
    'published',
    'visible',
    'ja',
    'wahr',
    'aktiv',
    'हाँ',
    'हां',
    'सही',
  ].map((word) => [word, true] as const),
  ...[
    'false',
    'no',
    'n',
    '0',
    '-1',
    'inactive',
    'draft',
    'archived',
    'hidden',
    'nein',
    'falsch',
    'नहीं',
    'गलत',
  ].map((word) => [word, false] as const),
]);

/** "5/1/2026", "05-01-2026" and "5.1.2026". */
const DATE = /^(?<first>\d{1,2})[./-](?<second>\d{1,2})[./-](?<year>\d{4})$/;

/** Returns true or false for a word that says yes or no, and any other text as it is. */
export function readFlag(text: string): boolean | string {
  return FLAGS.get(text.toLowerCase()) ?? text;
}

/** Returns a number as people write it, and any other text as it is. */
export function readNumber(text: string, mark: DecimalMark): number | string {
  return writtenNumber(text, mark) ?? text;
}

/**
 * Returns a date as YYYY-MM-DD, and any other text as it is. With points, the day is first. With slashes and hyphens, it is
 * in the order of the store's country.
 */
export function readDate(text: string, isMonthFirst: boolean): string {
  const { first = '', second = '', year } = DATE.exec(text)?.groups ?? {};
  if (year === undefined) return text;
  const [day, month] = isMonthFirst && !text.includes('.') ? [second, first] : [first, second];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Returns a postal code without the apostrophe that keeps the zeros before it in a spreadsheet. */
export function readPostalCode(text: string): string {
  return withLatinDigits(text).replace(/^'/, '');
}
