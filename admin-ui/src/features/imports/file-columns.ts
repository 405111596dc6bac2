import { readMoney } from 'ui-common/money/typed-money';
import { IMPORT_FIELDS, type ImportField } from './imports';

/** Heading of a column that the import ignores. */
export const IGNORED = '-';

/** Field to which a column of the file is mapped. */
export type ColumnField = ImportField | typeof IGNORED;

/** Headings and first row of a file. */
export interface FileStart {
  readonly headings: readonly string[];
  /** Cells of the first row; may be fewer than the headings. */
  readonly sample: readonly string[];
  /** Start and end of the heading row, in bytes. */
  readonly from: number;
  readonly to: number;
}

/** Number of bytes searched for the headings and the first row; the server refuses longer ones. */
const MAX_START_BYTES = 65_536;

/** Common aliases of the fields, without spaces and punctuation. */
const ALIASES: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  id: ['productid'],
  section: ['category', 'department', 'aisle'],
  name: ['product', 'productname', 'item', 'itemname', 'title'],
  unitType: ['unit', 'uom'],
  price: ['rate', 'unitprice', 'rateperunit', 'sellingprice', 'mrp'],
  quantityStep: ['step'],
  lowStockThreshold: ['threshold', 'reorderlevel', 'minimumstock'],
  maxPerOrder: ['maximumorder', 'orderlimit', 'maxqty'],
  brand: ['make', 'manufacturer'],
  description: ['details'],
  manufacturedOn: ['madeon', 'mfgdate'],
  bestBefore: ['expiry', 'expirydate', 'useby'],
  published: ['visible', 'active'],
  delivery: ['qty', 'quantity', 'received'],
  counted: ['count', 'stockcount', 'counted', 'countedquantity'],
};

/** Reads the headings and the first row, in UTF-8; undefined if the start of the file has none. */
export async function readFileStart(file: Blob): Promise<FileStart | undefined> {
  // One character per byte, so that positions in the text are positions in the file.
  const bytes = new Uint8Array(await file.slice(0, MAX_START_BYTES).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const from = /^(?:\u00EF\u00BB\u00BF)?[\r\n]*/.exec(text)?.[0].length ?? 0;
  const header = recordAt(text, from);
  if (header.cells.join('') === '' || (header.to === text.length && file.size > MAX_START_BYTES))
    return undefined;
  const sample = recordAt(text, header.to + (/^[\r\n]*/.exec(text.slice(header.to))?.[0].length ?? 0));
  return { headings: header.cells.map(asUtf8), sample: sample.cells.map(asUtf8), from, to: header.to };
}

/** Fields that hold the rate: `price` as people write it, `ratePerUnit` in minor units, as exports write it. */
const RATE_FIELDS: readonly ColumnField[] = ['price', 'ratePerUnit'];

/**
 * Guesses the field of each column by name or alias. Each field is used once, and one of the two rates. Only the store's
 * own heading, exactly `ratePerUnit`, is read in minor units. Every other rate heading is read as a price.
 */
export function guessMapping(headings: readonly string[]): ColumnField[] {
  const free = new Set<ImportField>(IMPORT_FIELDS);
  const isOwnRate = headings.some((heading) => heading.trim() === 'ratePerUnit');
  free.delete(isOwnRate ? 'price' : 'ratePerUnit');
  return headings.map((heading) => {
    const normalized = normalize(heading);
    const field = [...free].find((name) =>
      name === 'ratePerUnit'
        ? heading.trim() === name
        : normalize(name) === normalized || ALIASES[name]?.includes(normalized),
    );
    if (field !== undefined) free.delete(field);
    return field ?? IGNORED;
  });
}

/** Returns the fields assigned to more than one column, and both rates if both are assigned. */
export function duplicateFields(mapping: readonly ColumnField[]): ImportField[] {
  const hasBothRates = RATE_FIELDS.every((field) => mapping.includes(field));
  return IMPORT_FIELDS.filter(
    (field) =>
      mapping.filter((mapped) => mapped === field).length > 1 ||
      (hasBothRates && RATE_FIELDS.includes(field)),
  );
}

/**
 * Returns the rate that the import reads from a cell, in minor units; undefined for other fields, and if it can read none.
 *
 * @param digits fraction digits of the currency
 */
export function rateOf(field: ColumnField | undefined, cell: string, digits: number): number | undefined {
  if (field === 'price') return readMoney(cell.replace(/^\p{Sc}/u, ''), digits);
  return field === 'ratePerUnit' && /^\d+$/.test(cell.trim()) ? Number(cell) : undefined;
}

/** Returns the file with its headings replaced by field names; all other bytes stay. */
export function withHeadings(
  file: File,
  { headings, from, to }: FileStart,
  mapping: readonly ColumnField[],
): File {
  if (headings.every((heading, i) => heading === mapping[i])) return file;
  const parts = [file.slice(0, from), mapping.join(','), file.slice(to)];
  return new File(parts, file.name, { type: file.type });
}

/** Parses the record (RFC 4180) at a position; `to` is its end, before the line break. */
function recordAt(text: string, at: number): { cells: string[]; to: number } {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))[^,\r\n]*/y;
  for (cell.lastIndex = at; ; cell.lastIndex += 1) {
    const [, quoted, normalized = ''] = cell.exec(text) ?? [];
    cells.push(quoted?.replaceAll('""', '"') ?? normalized);
    if (text[cell.lastIndex] !== ',') return { cells, to: cell.lastIndex };
  }
}

function asUtf8(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
