import type { UnitType } from './quantity';

/** How many thousandths of a product's unit one of a written unit is: 1 g is 1 thousandth of a kg. */
const WRITTEN: Readonly<Partial<Record<UnitType, Readonly<Record<string, number>>>>> = {
  kg: {
    kg: 1000,
    kgs: 1000,
    kilo: 1000,
    kilos: 1000,
    किलो: 1000,
    किग्रा: 1000,
    g: 1,
    gm: 1,
    gms: 1,
    gram: 1,
    grams: 1,
    ग्राम: 1,
    ग्रा: 1,
  },
  g: {
    g: 1000,
    gm: 1000,
    gms: 1000,
    gram: 1000,
    grams: 1000,
    ग्राम: 1000,
    ग्रा: 1000,
    kg: 1_000_000,
    kilo: 1_000_000,
    किलो: 1_000_000,
    किग्रा: 1_000_000,
  },
  l: {
    l: 1000,
    lt: 1000,
    ltr: 1000,
    litre: 1000,
    litres: 1000,
    liter: 1000,
    liters: 1000,
    लीटर: 1000,
    ली: 1000,
    ml: 1,
    मिली: 1,
  },
  ml: {
    ml: 1000,
    मिली: 1000,
    l: 1_000_000,
    litre: 1_000_000,
    litres: 1_000_000,
    liter: 1_000_000,
    लीटर: 1_000_000,
  },
};
const COUNTED: Readonly<Partial<Record<UnitType, readonly string[]>>> = {
  piece: ['piece', 'pieces', 'pc', 'pcs', 'नग', 'पीस'],
  pack: ['pack', 'packs', 'packet', 'packets', 'पैक', 'पैकेट'],
  dozen: ['dozen', 'dozens', 'doz', 'दर्जन'],
  bunch: ['bunch', 'bunches', 'गुच्छा', 'गुच्छे', 'गड्डी'],
};
const DEVANAGARI_ZERO = 0x966;
const AMOUNT_AND_UNIT = /^(\d*(?:[.,]\d*)?|\d+\s*\/\s*\d+)\s*(\S*?)\.?$/u;

/**
 * What a shopper typed as a quantity of a product, in thousandths of the product's unit: for a kg "1.25 kg", "1,25", "750 g"
 * and "½" all mean something. Undefined where it means nothing, or is of another kind of unit.
 */
export function readQuantity(typed: string, unitType: UnitType): number | undefined {
  const plain = withPlainDigits(typed).trim().toLowerCase();
  const [, amountText = '', unitText = ''] = AMOUNT_AND_UNIT.exec(plain) ?? [];
  const amount = readAmount(amountText);
  const factor = unitText === '' ? 1000 : factorOf(unitText, unitType);
  if (amount === undefined || factor === undefined) return undefined;
  const thousandths = Math.round(amount * factor);
  return thousandths > 0 && Number.isSafeInteger(thousandths) ? thousandths : undefined;
}

function factorOf(unit: string, unitType: UnitType): number | undefined {
  return WRITTEN[unitType]?.[unit] ?? (COUNTED[unitType]?.includes(unit) === true ? 1000 : undefined);
}

function readAmount(text: string): number | undefined {
  const [part = '', whole] = text.split('/').map((side) => side.trim());
  if (!/\d/.test(part)) return undefined;
  const amount = Number(part.replace(',', '.')) / (whole === undefined ? 1 : Number(whole));
  return Number.isFinite(amount) ? amount : undefined;
}

/** Digits of Devanagari and the common fractions as ASCII writes them. */
function withPlainDigits(text: string): string {
  return text
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - DEVANAGARI_ZERO))
    .replace(/(\d*)\s*([¼½¾])/g, (_, units: string, part: string) =>
      String(Number(units) + ('¼½¾'.indexOf(part) + 1) / 4),
    );
}
