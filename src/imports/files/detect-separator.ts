import type { CsvRecord } from '../../platform/csv/csv-reader.js';
import { SEPARATOR_CHARACTERS, SEPARATORS, type Separator } from './file-format.js';
import { recordsAtStart, type FileStart } from './file-start.js';

/** The line that names the separator for Excel. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=(?<character>[,;\t|])"?\s*$/i;

/** Number of rows that are compared with the headings. */
const COMPARED_ROWS = 50;

/**
 * Detects the separator: it is named in a first line such as `sep=;`, or is the one by which most rows have as many cells
 * as the headings.
 */
export function detectSeparator(start: FileStart): Separator {
  const [firstLine = ''] = start.text.split(/[\r\n]/, 1);
  const character = SEPARATOR_LINE.exec(firstLine)?.groups?.['character'];
  const named = SEPARATORS.find((separator) => SEPARATOR_CHARACTERS[separator] === character);
  if (named !== undefined) return named;
  const [best] = SEPARATORS.map((separator) => ({ separator, ...scoreOf(start, separator) }))
    .filter(({ cells }) => cells > 1)
    .sort((a, b) => b.share - a.share || b.cells - a.cells);
  return best?.separator ?? 'comma';
}

/** Returns true for a first line that names the separator and holds no headings. */
export function isSeparatorLine({ line, cells }: CsvRecord): boolean {
  return line === 1 && /^\uFEFF?sep=$/i.test(cells[0] ?? '') && cells.slice(1).join('') === '';
}

function scoreOf(start: FileStart, separator: Separator): { readonly cells: number; readonly share: number } {
  const [headings, ...rows] = recordsAtStart(start, separator).slice(0, COMPARED_ROWS + 1);
  const cells = headings?.cells.length ?? 0;
  const alike = rows.filter((row) => row.cells.length === cells).length;
  return { cells, share: rows.length === 0 ? 1 : alike / rows.length };
}
