import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { guessColumns } from '../columns/guess-columns.js';
import { presetOf } from '../columns/presets.js';
import { COLUMN_RULES, type ImportKind } from '../kinds/import-kinds.js';
import { detectFormat } from '../files/detect-format.js';
import type { FileFormat } from '../files/file-format.js';
import { fileRecords } from '../files/file-records.js';
import { MAX_COLUMNS, MAX_SHEETS, MAX_SHOWN_CELL, SAMPLE_ROWS, type ReadingBody } from './reading.dto.js';
import type { Reading } from './reading.js';
import { RememberedColumns } from './remembered-columns.js';

/** Number of rows that show whether a column holds IDs. */
const HINT_ROWS = 20;

interface FileToRead extends Pick<Reading, 'isSeen'> {
  readonly path: string;
  readonly ownerId: string;
  readonly kind: ImportKind;
}

/** Decides how a file is read. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly config: Config,
    private readonly remembered: RememberedColumns,
  ) {}

  /**
   * Detects the format of a file, and assigns its columns: as the person says, as they said before, as the program writes it
   * that exported the file, or by its headings. What the person says is remembered.
   *
   * @throws UnreadableWorkbook
   */
  async reading({ path, ownerId, kind, isSeen }: FileToRead, choice: ReadingBody): Promise<Reading> {
    const format = await detectFormat(path, choice);
    const { headings, rows } = await startOf(path, format);
    const columns = await this.columnsOf({ headings, rows, ownerId, kind, choice });
    const { fixed = columns.fixed } = choice;
    if (choice.columns?.length === headings.length)
      await this.remembered.remember({ ownerId, kind, headings }, { columns: choice.columns, fixed });
    return { format: shown(format), headings, sample: rows.slice(0, SAMPLE_ROWS), ...columns, fixed, isSeen };
  }

  private async columnsOf({
    headings,
    rows,
    ownerId,
    kind,
    choice,
  }: Pick<Reading, 'headings'> & {
    readonly rows: Reading['sample'];
    readonly ownerId: string;
    readonly kind: ImportKind;
    readonly choice: ReadingBody;
  }): Promise<Pick<Reading, 'columns' | 'fixed' | 'source' | 'preset'>> {
    if (choice.columns !== undefined)
      return { columns: choice.columns, fixed: {}, source: 'given', preset: null };
    const remembered = await this.remembered.find({ ownerId, kind, headings });
    if (remembered !== undefined) return { ...remembered, source: 'remembered', preset: null };
    const rules = COLUMN_RULES[kind];
    const preset = presetOf(rules, headings);
    if (preset !== undefined)
      return { columns: preset.columns, fixed: preset.fixed, source: 'preset', preset: preset.name };
    const { currency } = this.config.store;
    return {
      columns: guessColumns(rules, { headings, sample: rows, currency }),
      ...{ fixed: {}, source: 'guessed', preset: null },
    };
  }
}

/** Returns the headings and the first rows, shortened for a person. A file with too many columns has none. */
async function startOf(
  path: string,
  format: FileFormat,
): Promise<{ readonly headings: string[]; readonly rows: string[][] }> {
  const records: string[][] = [];
  for await (const batch of fileRecords(path, format)) {
    records.push(...batch.records.map(({ cells }) => cells.slice(0, MAX_COLUMNS + 1).map(shortened)));
    if (records.length > HINT_ROWS) break;
  }
  const [headings = [], ...rows] = records;
  return { headings, rows: rows.slice(0, HINT_ROWS) };
}

function shortened(cell: string): string {
  return cell.trim().slice(0, MAX_SHOWN_CELL);
}

function shown(format: FileFormat): FileFormat {
  return format.kind === 'csv' ? format : { ...format, sheets: format.sheets.slice(0, MAX_SHEETS) };
}
