import { open } from 'node:fs/promises';
import { detectDecimalMark } from './detect-decimal-mark.js';
import { detectEncoding } from './detect-encoding.js';
import { detectSeparator } from './detect-separator.js';
import type { FileFormat, FormatChoice, TextFormat, WorkbookFormat } from './file-format.js';
import { recordsAtStart, type FileStart } from './file-start.js';
import { UnreadableWorkbook, Workbook } from './workbook.js';

/** Number of bytes in which the separator and the decimal mark are looked for. */
const START_BYTES = 65_536;
/** The start of a ZIP archive, which an .xlsx file is. */
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** The start of an .xls file of Excel before 2007, and of an .xlsx file with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Detects the format of a file by its content, except what a person has chosen.
 *
 * @throws UnreadableWorkbook
 */
export async function detectFormat(path: string, choice: FormatChoice): Promise<FileFormat> {
  const start = await firstBytes(path, START_BYTES);
  if (start.subarray(0, OLE.length).equals(OLE)) throw new UnreadableWorkbook('The file is an old workbook.');
  return start.subarray(0, ZIP.length).equals(ZIP)
    ? workbookFormat(path, choice)
    : textFormat(path, start, choice);
}

async function textFormat(path: string, bytes: Buffer, choice: FormatChoice): Promise<TextFormat> {
  const encoding = choice.encoding ?? (await detectEncoding(path));
  const start: FileStart = {
    text: new TextDecoder(encoding).decode(bytes),
    isWhole: bytes.length < START_BYTES,
  };
  const separator = choice.separator ?? detectSeparator(start);
  const [, ...rows] = recordsAtStart(start, separator);
  const isCommaUnlikely = separator === 'comma';
  const decimalMark =
    choice.decimalMark ??
    detectDecimalMark(
      rows.flatMap(({ cells }) => cells),
      isCommaUnlikely,
    );
  return { kind: 'csv', encoding, separator, decimalMark };
}

/** Takes the sheet that a person has chosen, or the first that has rows. */
async function workbookFormat(path: string, choice: FormatChoice): Promise<WorkbookFormat> {
  const workbook = await Workbook.open(path);
  try {
    const { sheets } = workbook;
    const candidates = sheets.includes(choice.sheet ?? '') ? [choice.sheet ?? ''] : sheets;
    for (const sheet of candidates) {
      const first = await workbook.rows(sheet).next();
      if (first.done === true) continue;
      const texts = first.value.rows.flat().filter((cell) => typeof cell === 'string');
      return {
        kind: 'xlsx',
        sheet,
        sheets,
        decimalMark: choice.decimalMark ?? detectDecimalMark(texts, true),
      };
    }
    return { kind: 'xlsx', sheet: candidates[0] ?? '', sheets, decimalMark: 'point' };
  } finally {
    await workbook.close();
  }
}

/** Returns the first bytes of a file; fewer if it is shorter. */
async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
