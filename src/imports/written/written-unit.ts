import type { UnitType } from '../../platform/common/money/unit-type.js';

/** How people write a unit, without points and spaces, in English, German and Hindi. */
const SPELLINGS: Readonly<Record<UnitType, readonly string[]>> = {
  kg: ['kg', 'kgs', 'kilo', 'kilos', 'kilogram', 'kilograms', 'kilogramm', 'किलो', 'किग्रा', 'किलोग्राम'],
  g: ['g', 'gm', 'gms', 'gr', 'gram', 'grams', 'gramm', 'ग्राम', 'ग्रा'],
  l: ['l', 'lt', 'ltr', 'ltrs', 'litre', 'litres', 'liter', 'liters', 'लीटर', 'ली'],
  ml: ['ml', 'mls', 'millilitre', 'millilitres', 'milliliter', 'मिली', 'मिलीलीटर'],
  piece: [
    ...['piece', 'pieces', 'pc', 'pcs', 'no', 'nos', 'number', 'each', 'ea', 'unit', 'units', 'count', 'ct'],
    ...['stück', 'stk', 'st', 'नग', 'पीस', 'अदद'],
  ],
  pack: [
    ...[
      'pack',
      'packs',
      'packet',
      'packets',
      'pkt',
      'pkts',
      'pk',
      'pac',
      'pck',
      'pouch',
      'pouches',
      'sachet',
      'sachets',
    ],
    ...[
      'box',
      'boxes',
      'carton',
      'cartons',
      'case',
      'cases',
      'bag',
      'bags',
      'sack',
      'sacks',
      'tray',
      'trays',
      'set',
    ],
    ...[
      'bottle',
      'bottles',
      'btl',
      'jar',
      'jars',
      'tin',
      'tins',
      'can',
      'cans',
      'tub',
      'tubs',
      'roll',
      'rolls',
      'bar',
    ],
    ...[
      'packung',
      'packungen',
      'paket',
      'pkg',
      'flasche',
      'flaschen',
      'dose',
      'dosen',
      'glas',
      'beutel',
      'kiste',
      'karton',
    ],
    ...['पैक', 'पैकेट', 'बोरी', 'थैली', 'डिब्बा', 'बोतल', 'पाउच'],
  ],
  dozen: ['dozen', 'dozens', 'doz', 'dz', 'dzn', 'dutzend', 'दर्जन'],
  bunch: ['bunch', 'bunches', 'bundle', 'bundles', 'bund', 'bunde', 'गुच्छा', 'गुच्छे', 'गड्डी', 'गड्डियाँ'],
};

const UNITS = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, words]) =>
    words.map((word) => [word.normalize('NFC'), unit as UnitType] as const),
  ),
);

/** "500 g", "1kg", "6 x 200 ml" and "25 bags". */
const AMOUNT_AND_UNIT = /^(?<amount>(?:\d+\s*[x×]\s*)?\d+(?:[.,]\d+)?)\s*(?<unit>\D+)$/u;

/** A unit as people write it, and the contents of a pack where it says them. */
export interface WrittenUnit {
  readonly unitType: UnitType;
  /** Such as "500 g". */
  readonly packSize?: string;
}

/**
 * Reads a unit: "Kg", "pcs.", "bunches" and "1 l" are unit types, and "500 g" is a pack of that size. Returns undefined for
 * what is no unit.
 */
export function writtenUnit(text: string): WrittenUnit | undefined {
  const trimmed = text.trim();
  const unitType = unitOf(trimmed);
  if (unitType !== undefined) return { unitType };
  const { amount, unit = '' } = AMOUNT_AND_UNIT.exec(trimmed)?.groups ?? {};
  const contents = unitOf(unit);
  if (amount === undefined || contents === undefined) return undefined;
  return amount === '1'
    ? { unitType: contents }
    : { unitType: 'pack', packSize: trimmed.replace(/\s+/g, ' ') };
}

function unitOf(text: string): UnitType | undefined {
  return UNITS.get(
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[.\s/]/g, ''),
  );
}
