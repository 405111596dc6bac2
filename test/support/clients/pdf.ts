import { inflateSync } from 'node:zlib';

/** The parts of a PDF that tests read. */
export interface Pdf {
  /** The text of each page: one line per drawn line, in drawing order. Letters from right to left are in reverse. */
  readonly pages: readonly string[];
  /** Number of glyphs that stand for a character which its font lacks: empty boxes. */
  readonly boxes: number;
  /** The characters that each embedded font draws. */
  readonly fonts: Readonly<Record<string, string>>;
  /** Document information: Title, Author, CreationDate … */
  readonly info: Readonly<Record<string, string>>;
}

/**
 * Reads a PDF that the store wrote: follows its cross-reference table, inflates its streams, and maps glyphs to text
 * with the fonts' own tables, unless the document states the text.
 *
 * @throws {Error} if the file is incomplete
 */
export function readPdf(file: Buffer): Pdf {
  const objects = objectsOf(file);
  const trailer = /trailer\s*<<([\s\S]*?)>>/.exec(file.toString('latin1'))?.[1] ?? '';
  const root = follow(objects, trailer, 'Root');
  const kids = numbers(/\/Kids \[([^\]]*)\]/.exec(follow(objects, root.dictionary, 'Pages').dictionary)?.[1]);
  const pages = kids.map((kid) => objectOf(objects, kid));
  return {
    pages: pages.map((page) => textOf(objects, page)),
    boxes: pages.reduce((sum, page) => sum + boxesOf(contentOf(objects, page)), 0),
    fonts: fontsOf(objects),
    info: infoOf(objects, trailer),
  };
}

/** Returns the lines of all pages, with non-breaking spaces as plain ones. */
export function linesOf({ pages }: Pdf): string[] {
  return pages.flatMap((page) => page.replace(/\u00a0/g, ' ').split('\n'));
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

type Objects = ReadonlyMap<number, PdfObject>;

function objectsOf(file: Buffer): Objects {
  const text = file.toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  if (!text.startsWith('%PDF-1.') || !text.startsWith('xref', start)) throw new Error('Incomplete PDF');
  const offsets = [...text.slice(start).matchAll(/^(\d{10}) \d{5} n /gm)].map(([, offset]) => Number(offset));
  return new Map(offsets.map((offset, i) => [i + 1, objectAt(file, text, offset, i + 1)]));
}

function objectAt(file: Buffer, text: string, offset: number, number: number): PdfObject {
  if (!text.startsWith(`${number} 0 obj`, offset)) throw new Error(`Object ${number} is not at its offset`);
  const head = text.slice(offset, text.indexOf('endobj', offset));
  const at = head.indexOf('stream\n');
  if (at < 0) return { dictionary: head, stream: '' };
  const dictionary = head.slice(0, at);
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const raw = file.subarray(offset + at + 7, offset + at + 7 + length);
  const content = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
  return { dictionary, stream: content.toString('latin1') };
}

function objectOf(objects: Objects, number: number): PdfObject {
  const object = objects.get(number);
  if (object === undefined) throw new Error(`Missing object ${number}`);
  return object;
}

function follow(objects: Objects, dictionary: string, name: string): PdfObject {
  return objectOf(objects, Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1]));
}

function numbers(references = ''): number[] {
  return [...references.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

function textOf(objects: Objects, page: PdfObject): string {
  const fonts =
    /\/Font <<([^>]*)>>/.exec(follow(objects, page.dictionary, 'Resources').dictionary)?.[1] ?? '';
  const letters = new Map(
    [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number]) => [
      name,
      lettersOf(follow(objects, objectOf(objects, Number(number)).dictionary, 'ToUnicode').stream),
    ]),
  );
  return [...contentOf(objects, page).matchAll(/^BT\n([\s\S]*?)\nET$/gm)]
    .map(([, line = '']) => lineOf(line, letters))
    .join('\n');
}

function contentOf(objects: Objects, page: PdfObject): string {
  return follow(objects, page.dictionary, 'Contents').stream;
}

function boxesOf(content: string): number {
  return [...content.matchAll(/<((?:[0-9a-f]{4})+)>/g)]
    .flatMap(([, codes = '']) => codes.match(/.{4}/g) ?? [])
    .filter((code) => code === '0000').length;
}

const OPERATOR =
  /^\/(?<font>F\d+) [\d.]+ Tf$|^\[(?<glyphs>[^\]]*)\] TJ$|^\/Span <<\n\/ActualText \((?<stated>(?:[^\\)]|\\[\s\S])*)\)\n>> BDC$|^EMC$/gm;

/** Reads a line: glyphs in its fonts, of which some are covered by a statement of their text. */
function lineOf(operators: string, letters: ReadonlyMap<string, string[]>): string {
  let text = '';
  let font = '';
  let isStated = false;
  for (const { 0: operator, groups = {} } of operators.matchAll(OPERATOR)) {
    if (groups['font'] !== undefined) font = groups['font'];
    else if (operator === 'EMC') isStated = false;
    else if (groups['stated'] !== undefined) {
      isStated = true;
      text += stringOf(groups['stated']);
    } else if (!isStated) text += spell(groups['glyphs'] ?? '', letters.get(font) ?? []);
  }
  return text;
}

/** Decodes a string literal: Latin-1, or UTF-16 with a byte order mark. */
function stringOf(literal: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const bytes = literal.replace(/\\([\s\S])/g, (_, escaped: string) => escapes[escaped] ?? escaped);
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}

function fontsOf(objects: Objects): Record<string, string> {
  const fonts: Record<string, string> = {};
  for (const { dictionary } of objects.values()) {
    const name = /\/Subtype \/Type0\s+\/BaseFont \/[A-Z]+\+(\S+)/.exec(dictionary)?.[1];
    if (name === undefined) continue;
    fonts[name] = lettersOf(follow(objects, dictionary, 'ToUnicode').stream)
      .slice(1)
      .join('');
  }
  return fonts;
}

/** Returns the letters of a font's glyphs by glyph number. */
function lettersOf(table: string): string[] {
  return [...table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)].flatMap(([, ranges = '']) =>
    [...ranges.matchAll(/\[([^\]]*)\]/g)].flatMap(([, entries = '']) =>
      [...entries.matchAll(/<([^>]*)>/g)].map(([, hex = '']) => fromUtf16(hex.replaceAll(' ', ''))),
    ),
  );
}

function spell(glyphs: string, letters: readonly string[]): string {
  const codes = [...glyphs.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
  return codes.map((code) => letters[parseInt(code, 16)] ?? '?').join('');
}

function fromUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function infoOf(objects: Objects, trailer: string): Record<string, string> {
  const { dictionary } = follow(objects, trailer, 'Info');
  return Object.fromEntries(
    [...dictionary.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', number]) => [
      name,
      /\(([\s\S]*)\)/.exec(objectOf(objects, Number(number)).dictionary)?.[1] ?? '',
    ]),
  );
}
