import { withLatinDigits } from '../text.js';

/** The mark between the whole and the decimal part of a number, as people in different countries write it. */
export const DECIMAL_MARKS = ['point', 'comma'] as const;

export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** "1120", "1,120.50", "1,25,000" and "1 120.50": commas separate Western or Indian groups. */
const WITH_POINT = /^(?<whole>\d+|\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:['’ ]\d{3})+)(?:\.(?<part>\d+))?$/;
/** "1120", "1.120,50" and "1 120,50". */
const WITH_COMMA = /^(?<whole>\d+|\d{1,3}(?:[.'’ ]\d{3})+)(?:,(?<part>\d+))?$/;
const PATTERNS: Readonly<Record<DecimalMark, RegExp>> = { point: WITH_POINT, comma: WITH_COMMA };

/** The digits of a number from 0, before and behind its decimal mark. */
export interface WrittenDigits {
  readonly whole: string;
  readonly part: string;
}

/** Returns a text with Latin digits and plain spaces, without marks of writing direction and outer spaces. */
export function plainNumber(text: string): string {
  return withLatinDigits(text)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .trim();
}

/** Returns the digits of a number as people write it; undefined for what is no number, or could be read in two ways. */
export function writtenDigits(text: string, mark: DecimalMark): WrittenDigits | undefined {
  const { whole, part = '' } = PATTERNS[mark].exec(plainNumber(text))?.groups ?? {};
  return whole === undefined ? undefined : { whole: whole.replace(/\D/g, ''), part };
}

/** Returns a number as people write it, such as -3.5, or 3,5 with a decimal comma; undefined for what is no number. */
export function writtenNumber(text: string, mark: DecimalMark): number | undefined {
  const plain = plainNumber(text);
  const isNegative = plain.startsWith('-');
  const digits = writtenDigits(isNegative ? plain.slice(1) : plain, mark);
  if (digits === undefined) return undefined;
  return Number(`${isNegative ? '-' : ''}${digits.whole}.${digits.part || '0'}`);
}
