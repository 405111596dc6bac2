import type { Language } from '../api/languages.ts';
import type { UnitType } from './quantity.ts';

/** Spellings of a unit that users type, in each language. All of them are accepted in every language. */
type Spellings = Readonly<Record<Language, readonly string[]>>;

const GRAM: Spellings = {
  en: ['g', 'gm', 'gms', 'gr', 'gram', 'grams'],
  hi: ['ग्राम', 'ग्रा'],
};
const KILO: Spellings = {
  en: ['kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms'],
  hi: ['किलो', 'किग्रा', 'किलोग्राम'],
};
const MILLILITRE: Spellings = {
  en: ['ml', 'mls', 'millilitre', 'millilitres'],
  hi: ['मिली', 'मिलीलीटर'],
};
const LITRE: Spellings = {
  en: ['l', 'lt', 'ltr', 'ltrs', 'litre', 'litres', 'liter', 'liters'],
  hi: ['लीटर', 'ली'],
};
const PIECE: Spellings = {
  en: ['piece', 'pieces', 'pc', 'pcs', 'no', 'nos', 'egg', 'eggs'],
  hi: ['नग', 'पीस', 'अंडा', 'अंडे'],
};
const PACK: Spellings = {
  en: [
    'pack',
    'packs',
    'packet',
    'packets',
    'pkt',
    'sack',
    'sacks',
    'bag',
    'bags',
    'box',
    'boxes',
    'bottle',
    'bottles',
  ],
  hi: ['पैक', 'पैकेट', 'बोरी', 'बोरियाँ', 'थैली', 'थैलियाँ', 'डिब्बा', 'डिब्बे', 'बोतल', 'बोतलें'],
};
const DOZEN: Spellings = { en: ['dozen', 'dozens', 'doz'], hi: ['दर्जन'] };
const BUNCH: Spellings = { en: ['bunch', 'bunches'], hi: ['गुच्छा', 'गुच्छे', 'गड्डी', 'गड्डियाँ'] };

export const PIECES_PER_DOZEN = 12;

type Worth = readonly (readonly [spellings: Spellings, thousandths: number])[];

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
    [DOZEN, 1000 * PIECES_PER_DOZEN],
  ],
  pack: [[PACK, 1000]],
  dozen: [
    [DOZEN, 1000],
    [PIECE, 1000 / PIECES_PER_DOZEN],
  ],
  bunch: [[BUNCH, 1000]],
};

/** Returns the worth of a typed unit in thousandths of a unit type; undefined if the units are incompatible. */
export function thousandthsPerUnit(written: string, unitType: UnitType): number | undefined {
  const normalized = written.normalize('NFC');
  const isSpelling = (word: string): boolean => word.normalize('NFC') === normalized;
  return THOUSANDTHS_PER_UNIT[unitType].find(([spellings]) =>
    Object.values(spellings).flat().some(isSpelling),
  )?.[1];
}
