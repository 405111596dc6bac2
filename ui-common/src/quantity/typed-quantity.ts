import type { Language } from '../api/languages.ts';
import type { UnitType } from './quantity.ts';
import { PIECES_PER_DOZEN, thousandthsPerUnit } from './written-units.ts';

const DEVANAGARI_ZERO = 0x966;
const QUARTERS = '¼½¾';
/** Words for amounts in each language. All of them are accepted in every language. */
const WORDS: Readonly<Record<Language, Readonly<Record<string, number>>>> = {
  en: { half: 0.5, quarter: 0.25 },
  hi: { आधा: 0.5, आधी: 0.5, पाव: 0.25, पौन: 0.75, सवा: 1.25, डेढ़: 1.5, ढाई: 2.5 },
};

/** डेढ़ has a composed and a decomposed form, which NFC unifies. */
const AMOUNT_WORDS = new Map(
  Object.values(WORDS)
    .flatMap((words) => Object.entries(words))
    .map(([word, amount]) => [word.normalize('NFC'), amount]),
);

const DECIMAL = /^(?<amount>[\d.,]+)\s*(?<unit>[^\d\s.,/]*)\.?$/u;
const FRACTION = /^(?:(?<whole>\d+)\s+)?(?<top>\d+)\s*\/\s*(?<bottom>\d+)\s*(?<unit>[^\d\s.,/]*)\.?$/u;
const WORD = /^(?<word>[^\d\s.,/]+)(?:\s+(?<unit>[^\d\s.,/]+))?\.?$/u;

/** Grouping commas, Indian (1,25,000) or Western (125,000). In 0,250 the comma is a decimal point. */
const GROUPED = /^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/;
/** One comma before three digits: in 1,250 it may also be a decimal point. */
const AMBIGUOUS = /^[1-9]\d{0,2},\d{3}$/;
const PLAIN = /^(?:\d+[.,]?\d*|[.,]\d+)$/;

/** From here on, a number without a unit may count pieces of what is sold by the dozen: 6 eggs. */
const MIN_LIKELY_PIECES = PIECES_PER_DOZEN / 2;

/** Meanings of a typed quantity, in thousandths of the product's unit. */
export interface TypedQuantity {
  /** As {@link readQuantity} reads it. */
  readonly literal: number;
  /** With its comma as a decimal point: 1.25 for "1,250". */
  readonly withDecimalComma?: number;
  /** As a number of pieces of a product sold by the dozen: half a dozen for "6". */
  readonly asPieces?: number;
}

/** Parses a typed quantity with its other meanings; undefined as {@link readQuantity}. */
export function readTypedQuantity(typed: string, unitType: UnitType): TypedQuantity | undefined {
  const parsed = parse(typed);
  const literal = readQuantity(typed, unitType);
  if (literal === undefined || parsed === undefined) return undefined;
  const { amount, unit = '', isAmbiguous } = parsed;
  const asPieces = Math.round((amount * 1000) / PIECES_PER_DOZEN);
  return {
    literal,
    ...(isAmbiguous && { withDecimalComma: Math.round(literal / 1000) }),
    ...(unitType === 'dozen' && unit === '' && amount >= MIN_LIKELY_PIECES && { asPieces }),
  };
}

/**
 * Parses a typed quantity to thousandths of the product's unit. For a kg, "1.25 kg", "1,25", "750 g", "1 1/2" and "½" are valid,
 * in Latin or Devanagari digits. A comma before exactly three digits is a group separator, as in both languages (1,250 g);
 * any other comma is a decimal point (1,5).
 *
 * @returns undefined if the text is unreadable, not above 0, or in an incompatible unit
 */
export function readQuantity(typed: string, unitType: UnitType): number | undefined {
  const { amount, unit = '' } = parse(typed) ?? {};
  const factor = unit === '' ? 1000 : thousandthsPerUnit(unit, unitType);
  if (amount === undefined || factor === undefined) return undefined;
  const thousandths = Math.round(amount * factor);
  return thousandths > 0 && Number.isSafeInteger(thousandths) ? thousandths : undefined;
}

interface ParsedQuantity {
  readonly amount: number;
  readonly unit: string | undefined;
  /** True if the comma may be a decimal point. */
  readonly isAmbiguous?: boolean;
}

function parse(typed: string): ParsedQuantity | undefined {
  const plain = withPlainDigits(typed.normalize('NFC')).trim().toLowerCase();
  return readFraction(plain) ?? readDecimal(plain) ?? readWord(plain);
}

function readFraction(text: string): ParsedQuantity | undefined {
  const groups = FRACTION.exec(text)?.groups;
  if (groups === undefined) return undefined;
  return {
    amount: Number(groups['whole'] ?? 0) + Number(groups['top']) / Number(groups['bottom']),
    unit: groups['unit'],
  };
}

function readDecimal(text: string): ParsedQuantity | undefined {
  const { amount = '', unit } = DECIMAL.exec(text)?.groups ?? {};
  if (GROUPED.test(amount))
    return { amount: Number(amount.replaceAll(',', '')), unit, isAmbiguous: AMBIGUOUS.test(amount) };
  return PLAIN.test(amount) ? { amount: Number(amount.replace(',', '.')), unit } : undefined;
}

function readWord(text: string): ParsedQuantity | undefined {
  const { word = '', unit } = WORD.exec(text)?.groups ?? {};
  const amount = AMOUNT_WORDS.get(word);
  return amount === undefined ? undefined : { amount, unit };
}

/** Converts Devanagari digits and fraction characters to ASCII: १½ is 1.5. */
function withPlainDigits(text: string): string {
  return text
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - DEVANAGARI_ZERO))
    .replace(/(\d*)\s*([¼½¾])/g, (_, units: string, part: string) =>
      String(Number(units) + (QUARTERS.indexOf(part) + 1) / 4),
    );
}
