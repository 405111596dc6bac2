import { stat } from 'node:fs/promises';
import { isDate } from 'node:util/types';
import type { CsvRecord } from '../../platform/csv/csv-reader.js';
import { toIsoString } from '../../platform/common/iso-time.js';
import type { DecimalMark } from '../../platform/common/money/written-number.js';
import type { WorkbookFormat } from './file-format.js';
import { withoutBlanks } from './file-start.js';
import type { RecordBatch } from './record-batch.js';
import { Workbook, type WorkbookCell } from './workbook.js';

/** Excel computes with 15 digits: 0.1 + 0.2 is stored as 0.30000000000000004. */
const SIGNIFICANT_DIGITS = 15;

/** Reads the rows of a sheet in batches, the headings first. Blank rows are left out. */
export async function* workbookRecords(
  path: string,
  { sheet, decimalMark }: WorkbookFormat,
): AsyncGenerator<RecordBatch> {
  const { size } = await stat(path);
  const workbook = await Workbook.open(path);
  try {
    let line = 1;
    for await (const { rows, total } of workbook.rows(sheet)) {
      const records: CsvRecord[] = rows.map((cells) => ({
        line: line++,
        cells: cells.map((cell) => cellText(cell, decimalMark)),
      }));
      yield { records: withoutBlanks(records), bytesRead: Math.round((size * (line - 1)) / total) };
    }
  } finally {
    await workbook.close();
  }
}

/** Returns a cell as text: a number with the decimal mark that the texts of the sheet use, a date as YYYY-MM-DD. */
function cellText(cell: WorkbookCell, decimalMark: DecimalMark): string {
  if (cell === null) return '';
  if (isDate(cell)) return toIsoString(cell.getTime()).slice(0, 'YYYY-MM-DD'.length);
  if (typeof cell !== 'number') return String(cell);
  const text = String(Number(cell.toPrecision(SIGNIFICANT_DIGITS)));
  return decimalMark === 'comma' ? text.replace('.', ',') : text;
}
