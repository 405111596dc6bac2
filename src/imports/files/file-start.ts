import { CsvReader, type CsvRecord } from '../../platform/csv/csv-reader.js';
import { SEPARATOR_CHARACTERS, type Separator } from './file-format.js';

/** The decoded start of a text file. */
export interface FileStart {
  readonly text: string;
  /** True if the file has no more than this. */
  readonly isWhole: boolean;
}

/** Returns the complete records at the start of a file, without its blank rows. */
export function recordsAtStart({ text, isWhole }: FileStart, separator: Separator): CsvRecord[] {
  const reader = new CsvReader(SEPARATOR_CHARACTERS[separator]);
  const records = reader.push(text);
  return withoutBlanks(isWhole ? [...records, ...reader.end()] : records);
}

/** Removes rows whose cells are all blank, as spreadsheets write them below a table. */
export function withoutBlanks(records: readonly CsvRecord[]): CsvRecord[] {
  return records.filter(
    ({ cells, fault }) => fault !== undefined || cells.some((cell) => cell.trim() !== ''),
  );
}
