import type { Columns, FixedValues } from '../columns/import-field.js';
import type { FileFormat } from '../files/file-format.js';

/** Who has decided which column is which field. */
export const COLUMN_SOURCES = ['guessed', 'remembered', 'given', 'preset'] as const;

export type ColumnSource = (typeof COLUMN_SOURCES)[number];

/** How a file is read: its format, and the field of each of its columns. */
export interface Reading {
  readonly format: FileFormat;
  /** The heading of each column. */
  readonly headings: readonly string[];
  /** The cells of the first rows, to show. */
  readonly sample: readonly (readonly string[])[];
  readonly columns: Columns;
  readonly fixed: FixedValues;
  readonly source: ColumnSource;
  /** True if a person sees the reading before anything is applied. */
  readonly isSeen: boolean;
  /** The program that has exported the file, if `source` is preset. */
  readonly preset: string | null;
}
