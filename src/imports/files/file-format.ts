import type { DecimalMark } from '../../platform/common/money/written-number.js';

export const FILE_KINDS = ['csv', 'xlsx'] as const;
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const SEPARATORS = ['comma', 'semicolon', 'tab', 'bar'] as const;

export type FileKind = (typeof FILE_KINDS)[number];
export type Encoding = (typeof ENCODINGS)[number];
export type Separator = (typeof SEPARATORS)[number];

export const SEPARATOR_CHARACTERS: Readonly<Record<Separator, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};

/** How the cells of a text file are written. */
export interface TextFormat {
  readonly kind: 'csv';
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly decimalMark: DecimalMark;
}

/** Which sheet of a workbook is read. Its cells hold numbers, so that nothing else is to be known. */
export interface WorkbookFormat {
  readonly kind: 'xlsx';
  /** Name of the sheet. */
  readonly sheet: string;
  /** Names of all sheets, in order. */
  readonly sheets: readonly string[];
  readonly decimalMark: DecimalMark;
}

export type FileFormat = TextFormat | WorkbookFormat;

/** What a person has said about the format of a file. The rest is detected. */
export interface FormatChoice {
  readonly encoding?: Encoding | undefined;
  readonly separator?: Separator | undefined;
  readonly decimalMark?: DecimalMark | undefined;
  readonly sheet?: string | undefined;
}
