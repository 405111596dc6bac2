import { fromThousandths, toThousandths } from '../../platform/common/money/quantity.js';

/** What the contents of a pack are counted in. */
export const NET_UNITS = ['g', 'ml', 'piece'] as const;

export type NetUnit = (typeof NET_UNITS)[number];

/** The contents of one unit of a product, such as 500 g in a pack. */
export interface NetContent {
  /** Grams, millilitres or pieces, with three decimals at most. */
  readonly quantity: number;
  readonly unit: NetUnit;
}

/** The contents as columns: thousandths of the unit. */
export interface StoredContent {
  readonly netContent: number | null;
  readonly netUnit: NetUnit | null;
}

/** Units as people write them, with the unit of contents and how many of that it is. */
const SPELLINGS: readonly (readonly [words: string, unit: NetUnit, count: number])[] = [
  ['kg kgs kilo kilogram kilogramm किलो किग्रा', 'g', 1000],
  ['g gm gms gr gram grams gramm ग्राम', 'g', 1],
  ['l lt ltr ltrs litre litres liter liters लीटर', 'ml', 1000],
  ['ml mls millilitre milliliter मिली', 'ml', 1],
  ['piece pieces pc pcs nos stück stk नग पीस', 'piece', 1],
];

/** "500 g", "1kg", "1,5 l" and "6 x 200 ml". */
const WRITTEN =
  /^(?:(?<packs>\d{1,4})\s*[x×*]\s*)?(?<number>\d{1,9}(?:[.,]\d{1,3})?)\s*(?<unit>\p{L}[\p{L}\p{M}]*)\.?$/u;

/** Converts contents to columns. @throws RangeError if the quantity has more than three decimals */
export function storedContent(content: NetContent | null): StoredContent {
  if (content === null) return { netContent: null, netUnit: null };
  const thousandths = toThousandths(content.quantity);
  if (thousandths === undefined) throw new RangeError(`Invalid contents: ${content.quantity}`);
  return { netContent: thousandths, netUnit: content.unit };
}

/** Returns the contents that columns hold; null for none. */
export function netContentOf({ netContent, netUnit }: StoredContent): NetContent | null {
  return netContent === null || netUnit === null
    ? null
    : { quantity: fromThousandths(netContent), unit: netUnit };
}

/** Writes contents for a file: `500 g`. An empty text for none. */
export function netContentText(stored: StoredContent): string {
  const content = netContentOf(stored);
  return content === null ? '' : `${content.quantity} ${content.unit}`;
}

/** Reads contents as people write them. Undefined for what is none. */
export function readNetContent(written: string): NetContent | undefined {
  const { packs = '1', number = '', unit = '' } = WRITTEN.exec(written.trim())?.groups ?? {};
  const spelling = SPELLINGS.find(([words]) =>
    words.split(' ').includes(unit.normalize('NFC').toLowerCase()),
  );
  if (spelling === undefined) return undefined;
  const [, netUnit, count] = spelling;
  const thousandths = toThousandths(Number(number.replace(',', '.')));
  if (thousandths === undefined || thousandths <= 0) return undefined;
  return { quantity: fromThousandths(thousandths * count * Number(packs)), unit: netUnit };
}
