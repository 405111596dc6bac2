import type { UnitType } from './quantity.ts';
import { worthOf } from './written-units.ts';

const DEVANAGARI_ZERO = 0x966;
const QUARTERS = '¼½¾';
/** Amounts that have a word of their own; डेढ़ may come in one sign or in two, which NFC makes the same. */
const SPOKEN = new Map(
  Object.entries({
    half: 0.5,
    quarter: 0.25,
    आधा: 0.5,
    आधी: 0.5,
    पाव: 0.25,
    पौन: 0.75,
    सवा: 1.25,
    डेढ़: 1.5,
    ढाई: 2.5,
  }).map(([word, amount]) => [word.normalize('NFC'), amount]),
);

const DECIMAL = /^(?<amount>[\d.,]+)\s*(?<unit>[^\d\s.,/]*)\.?$/u;
const FRACTION = /^(?:(?<whole>\d+)\s+)?(?<top>\d+)\s*\/\s*(?<bottom>\d+)\s*(?<unit>[^\d\s.,/]*)\.?$/u;
const WORD = /^(?<word>[^\d\s.,/]+)(?:\s+(?<unit>[^\d\s.,/]+))?\.?$/u;

/** Commas between thousands as India (1,25,000) and others (125,000) put them. 0,250 is none of these: its comma is a point. */
const GROUPED = /^[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/;
const PLAIN = /^(?:\d+[.,]?\d*|[.,]\d+)$/;

/**
 * What a shopper typed as a quantity of a product, in thousandths of the product's unit: for a kg "1.25 kg", "1,25", "750 g", "1 1/2"
 * and "½" all mean something, in digits of English or Hindi. A comma before exactly three digits parts thousands, as both languages
 * write them (1,250 g); any other comma is a decimal point (1,5).
 *
 * @returns undefined where it means nothing, nothing more than 0, or something in another kind of unit
 */
export function readQuantity(typed: string, unitType: UnitType): number | undefined {
  const plain = withPlainDigits(typed.normalize('NFC')).trim().toLowerCase();
  const { amount, unit = '' } = readFraction(plain) ?? readDecimal(plain) ?? readWord(plain) ?? {};
  const worth = unit === '' ? 1000 : worthOf(unit, unitType);
  if (amount === undefined || worth === undefined) return undefined;
  const thousandths = Math.round(amount * worth);
  return thousandths > 0 && Number.isSafeInteger(thousandths) ? thousandths : undefined;
}

interface Written {
  readonly amount: number;
  readonly unit: string | undefined;
}

function readFraction(text: string): Written | undefined {
  const groups = FRACTION.exec(text)?.groups;
  if (groups === undefined) return undefined;
  return {
    amount: Number(groups['whole'] ?? 0) + Number(groups['top']) / Number(groups['bottom']),
    unit: groups['unit'],
  };
}

function readDecimal(text: string): Written | undefined {
  const { amount = '', unit } = DECIMAL.exec(text)?.groups ?? {};
  if (GROUPED.test(amount)) return { amount: Number(amount.replaceAll(',', '')), unit };
  return PLAIN.test(amount) ? { amount: Number(amount.replace(',', '.')), unit } : undefined;
}

function readWord(text: string): Written | undefined {
  const { word = '', unit } = WORD.exec(text)?.groups ?? {};
  const amount = SPOKEN.get(word);
  return amount === undefined ? undefined : { amount, unit };
}

/** Digits of Devanagari and the common fractions as ASCII writes them: १½ is 1.5. */
function withPlainDigits(text: string): string {
  return text
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - DEVANAGARI_ZERO))
    .replace(/(\d*)\s*([¼½¾])/g, (_, units: string, part: string) =>
      String(Number(units) + (QUARTERS.indexOf(part) + 1) / 4),
    );
}
