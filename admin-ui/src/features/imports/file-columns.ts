import { IMPORT_FIELDS, type ImportField } from './imports';

/** The heading of a column that the import leaves out. */
export const LEFT_OUT = '-';

/** What a column of a file is for. */
export type Meaning = ImportField | typeof LEFT_OUT;

/** How a file begins. */
export interface FileStart {
  readonly headings: readonly string[];
  /** The cells of the first row; fewer than headings where the file has fewer. */
  readonly sample: readonly string[];
  /** Where the headings begin and end, in bytes. */
  readonly from: number;
  readonly to: number;
}

/** Headings and a row are looked for in so many bytes; the server takes none that are longer. */
const LOOKED_AT = 65_536;

/** What others call the fields, without spaces and signs. */
const ALSO: Readonly<Partial<Record<ImportField, readonly string[]>>> = {
  id: ['productid'],
  section: ['category', 'department', 'aisle'],
  name: ['product', 'productname', 'item', 'itemname', 'title'],
  unitType: ['unit', 'uom'],
  ratePerUnit: ['rate', 'price', 'unitprice'],
  quantityStep: ['step'],
  lowStockThreshold: ['threshold', 'reorderlevel', 'minimumstock'],
  brand: ['make', 'manufacturer'],
  description: ['details'],
  manufacturedOn: ['madeon', 'mfgdate'],
  bestBefore: ['expiry', 'expirydate', 'useby'],
  published: ['visible', 'active'],
  delivery: ['qty', 'quantity', 'received'],
};

/** Reads the headings and the first row, in UTF-8; undefined where there are none in what is looked at. */
export async function startOf(file: Blob): Promise<FileStart | undefined> {
  // A character for each byte: places in the text are places in the file.
  const bytes = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const from = /^(?:\u00EF\u00BB\u00BF)?[\r\n]*/.exec(text)?.[0].length ?? 0;
  const header = recordAt(text, from);
  if (header.cells.join('') === '' || (header.to === text.length && file.size > LOOKED_AT)) return undefined;
  const sample = recordAt(text, header.to + (/^[\r\n]*/.exec(text.slice(header.to))?.[0].length ?? 0));
  return { headings: header.cells.map(asUtf8), sample: sample.cells.map(asUtf8), from, to: header.to };
}

/** What each column is likely to be for: each field once, by its name or one that others have for it. */
export function guessed(headings: readonly string[]): Meaning[] {
  const free = new Set<ImportField>(IMPORT_FIELDS);
  return headings.map((heading) => {
    const plain = plainly(heading);
    const field = [...free].find((one) => plainly(one) === plain || ALSO[one]?.includes(plain));
    if (field !== undefined) free.delete(field);
    return field ?? LEFT_OUT;
  });
}

/** The fields that more than one column is for. */
export function chosenTwice(meanings: readonly Meaning[]): ImportField[] {
  return IMPORT_FIELDS.filter((field) => meanings.filter((meaning) => meaning === field).length > 1);
}

/** The file with the fields for headings; all else is the file's own. */
export function withMeanings(
  file: File,
  { headings, from, to }: FileStart,
  meanings: readonly Meaning[],
): File {
  if (headings.every((heading, i) => heading === meanings[i])) return file;
  const parts = [file.slice(0, from), meanings.join(','), file.slice(to)];
  return new File(parts, file.name, { type: file.type });
}

/** The record that begins at a place, as RFC 4180 has it, and where it ends: before its line break. */
function recordAt(text: string, at: number): { cells: string[]; to: number } {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))[^,\r\n]*/y;
  for (cell.lastIndex = at; ; cell.lastIndex += 1) {
    const [, quoted, plain = ''] = cell.exec(text) ?? [];
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (text[cell.lastIndex] !== ',') return { cells, to: cell.lastIndex };
  }
}

function asUtf8(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

function plainly(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
