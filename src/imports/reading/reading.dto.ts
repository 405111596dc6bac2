import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { DECIMAL_MARKS, type DecimalMark } from '../../platform/common/money/written-number.js';
import { IsOptionalNotNull } from '../../platform/http/validation/validators.js';
import { IMPORT_FIELD_NAMES, LEFT_OUT, type ColumnField } from '../columns/import-field.js';
import {
  ENCODINGS,
  FILE_KINDS,
  SEPARATORS,
  type Encoding,
  type FileKind,
  type Separator,
} from '../files/file-format.js';
import { COLUMN_SOURCES, type ColumnSource } from './reading.js';

const COLUMN_FIELDS: readonly ColumnField[] = [LEFT_OUT, ...IMPORT_FIELD_NAMES];

/** More columns than any table of goods has. */
export const MAX_COLUMNS = 200;
/** Number of characters of a heading or a sample cell that are shown. */
export const MAX_SHOWN_CELL = 100;
export const MAX_SHEETS = 100;
export const SAMPLE_ROWS = 3;

/** Values for all rows whose own cell is blank or missing, as they would be written in a cell. */
export class FixedValuesBody {
  /** @example Fruits */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(100)
  section?: string;

  /** @example piece */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(40)
  unitType?: string;

  /** @example "Kodagu Estate" */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(60)
  brand?: string;

  /** @example "false" */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(20)
  published?: string;
}

/** What a person says about a file. What is not said is detected. */
export class ReadingBody {
  /** @example windows-1252 */
  @IsOptionalNotNull()
  @IsIn(ENCODINGS)
  encoding?: Encoding;

  /** @example semicolon */
  @IsOptionalNotNull()
  @IsIn(SEPARATORS)
  separator?: Separator;

  /** @example comma */
  @IsOptionalNotNull()
  @IsIn(DECIMAL_MARKS)
  decimalMark?: DecimalMark;

  /** Name of the sheet of a workbook. @example Prices */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(MAX_SHOWN_CELL)
  sheet?: string;

  /**
   * The field of each column, in the order of the file; - for a column that is left out. Several columns of `name` are
   * its parts.
   *
   * @example ["section","name","-","price"]
   */
  @IsOptionalNotNull()
  @IsArray()
  @ArrayMaxSize(MAX_COLUMNS)
  @IsIn(COLUMN_FIELDS, { each: true })
  @ApiProperty({ isArray: true, enum: COLUMN_FIELDS, maxItems: MAX_COLUMNS })
  columns?: ColumnField[];

  @IsOptionalNotNull()
  @IsObject()
  @ValidateNested()
  @Type(() => FixedValuesBody)
  fixed?: FixedValuesBody;
}

/** How a file is read: its format, and the field of each of its columns. */
export class ImportReadingView {
  /** @example csv */
  @IsIn(FILE_KINDS)
  kind: FileKind;

  /** Null for a workbook. @example utf-8 */
  @IsIn(ENCODINGS)
  encoding: Encoding | null;

  /** Null for a workbook. @example comma */
  @IsIn(SEPARATORS)
  separator: Separator | null;

  /** @example point */
  @IsIn(DECIMAL_MARKS)
  decimalMark: DecimalMark;

  /** Name of the sheet that is read; null for a text file. @example Prices */
  sheet: string | null;

  /** Names of all sheets of a workbook. @example ["Prices"] */
  @ApiProperty({ type: 'string', isArray: true, maxItems: MAX_SHEETS })
  sheets: string[];

  /** The heading of each column. @example ["Category","Item","Colour","Price"] */
  @ApiProperty({ type: 'string', isArray: true, maxItems: MAX_COLUMNS })
  headings: string[];

  /** The cells of the first rows. @example [["Fruits","Kiwi Gold","green","45"]] */
  @ApiProperty({
    type: 'array',
    items: { type: 'array', items: { type: 'string' }, maxItems: MAX_COLUMNS },
    maxItems: SAMPLE_ROWS,
  })
  sample: string[][];

  /** The field of each column. @example ["section","name","-","price"] */
  @ApiProperty({ isArray: true, enum: COLUMN_FIELDS, maxItems: MAX_COLUMNS })
  columns: ColumnField[];

  fixed: FixedValuesBody;

  /** Who has decided which column is which field. @example guessed */
  @IsIn(COLUMN_SOURCES)
  source: ColumnSource;

  /** The program that has exported the file, if its headings are known. @example Shopify */
  preset: string | null;
}
