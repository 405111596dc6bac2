import type { UnitType } from './quantity.ts';

/** Spellings of units that users type. */
const GRAM = ['g', 'gm', 'gms', 'gr', 'gram', 'grams', 'ग्राम', 'ग्रा'];
const KILO = ['kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms', 'किलो', 'किग्रा', 'किलोग्राम'];
const MILLILITRE = ['ml', 'mls', 'millilitre', 'millilitres', 'मिली', 'मिलीलीटर'];
const LITRE = ['l', 'lt', 'ltr', 'ltrs', 'litre', 'litres', 'liter', 'liters', 'लीटर', 'ली'];
const PIECE = ['piece', 'pieces', 'pc', 'pcs', 'नग', 'पीस'];
const PACK = ['pack', 'packs', 'packet', 'packets', 'पैक', 'पैकेट'];
const DOZEN = ['dozen', 'dozens', 'doz', 'दर्जन'];
const BUNCH = ['bunch', 'bunches', 'गुच्छा', 'गुच्छे', 'गड्डी', 'गड्डियाँ'];

type Worth = readonly (readonly [words: readonly string[], thousandths: number])[];

/** Spellings accepted for each unit type, with their worth in thousandths of it: 1 g is one thousandth of a kg. */
const THOUSANDTHS_PER_UNIT: Readonly<Record<UnitType, Worth>> = {
  kg: [
    [KILO, 1000],
    [GRAM, 1],
  ],
  g: [
    [GRAM, 1000],
    [KILO, 1_000_000],
  ],
  l: [
    [LITRE, 1000],
    [MILLILITRE, 1],
  ],
  ml: [
    [MILLILITRE, 1000],
    [LITRE, 1_000_000],
  ],
  piece: [
    [PIECE, 1000],
    [DOZEN, 12_000],
  ],
  pack: [[PACK, 1000]],
  dozen: [[DOZEN, 1000]],
  bunch: [[BUNCH, 1000]],
};

/** Returns the worth of a typed unit in thousandths of a unit type; undefined if the units are incompatible. */
export function thousandthsPerUnit(written: string, unitType: UnitType): number | undefined {
  const normalized = written.normalize('NFC');
  return THOUSANDTHS_PER_UNIT[unitType].find(([words]) =>
    words.some((word) => word.normalize('NFC') === normalized),
  )?.[1];
}
