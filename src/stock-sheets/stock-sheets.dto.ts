import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MAX_VERSION } from '../platform/http/validation/edits.dto.js';
import { UNIT_TYPES, type UnitType } from '../platform/common/money/unit-type.js';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../platform/http/validation/pagination.js';
import {
  IsId,
  IsOptionalNotNull,
  IsQuantityFromZero,
  MaxItems,
  Normalized,
} from '../platform/http/validation/validators.js';
import { LINE_PROBLEMS, type LineProblem } from './outcome/line-outcome.js';
import { SHEET_KINDS, SHEET_STATUSES, type SheetKind, type SheetStatus } from './stock-sheet.entity.js';

/** Lines of a sheet. */
export const MAX_SHEET_LINES = 500;
/** Longest time that a count may have waited for a connection, in seconds: a day. */
const MAX_SECONDS_AGO = 86_400;

/** Filters and page of the list of stock sheets. */
export class StockSheetsQuery extends TableQuery {
  /** @example count */
  @IsOptional()
  @IsIn(SHEET_KINDS)
  kind?: SheetKind;

  /** @example draft */
  @IsOptional()
  @IsIn(SHEET_STATUSES)
  status?: SheetStatus;
}

export class CreateStockSheetBody {
  /** @example count */
  @IsIn(SHEET_KINDS)
  kind: SheetKind;

  /** For a count: the section whose products on sale are its lines. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @ValidateIf(({ kind, sectionId }: CreateStockSheetBody) => kind === 'count' || sectionId !== undefined)
  @IsId()
  sectionId?: string;
}

/** A line as it is saved. */
export class StockSheetLineBody {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  @IsId()
  productId: string;

  /** The unit in which the quantity was typed. @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;

  /** Units received or counted; null for a line that is not filled in yet. @example 12.5 */
  @ValidateIf(({ quantity }: StockSheetLineBody) => quantity !== null)
  @IsQuantityFromZero()
  quantity: number | null;

  /**
   * For a line that was counted since the sheet was last saved: how many seconds ago. More than a few if the count had to wait
   * for a connection. Without it, a new quantity counts as counted now, and the same one as counted when it was. @example 0
   */
  @IsOptionalNotNull()
  @IsInt()
  @Min(0)
  @Max(MAX_SECONDS_AGO)
  countedSecondsAgo?: number;
}

/** A draft as a whole. */
export class SaveStockSheetBody {
  /** Version on which the change is based. @example 3 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** For a delivery: the supplier. @example "Nandi Farms" */
  @Normalized()
  @IsString()
  @MaxLength(100)
  supplier: string;

  /** @example "Delivery note 4711" */
  @Normalized()
  @IsString()
  @MaxLength(500)
  note: string;

  /** All lines, in their order. */
  @IsArray()
  @MaxItems(MAX_SHEET_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => StockSheetLineBody)
  lines: StockSheetLineBody[];
}

export class BookStockSheetBody {
  /** Version that was looked at. @example 3 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;

  /** True to accept that less was counted than is promised to orders. Then nothing of such a product is available. @example true */
  @IsOptionalNotNull()
  @IsBoolean()
  acceptShortages?: boolean;
}

/** A stock sheet without its lines. */
export class StockSheetSummary {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e44 */
  id: string;
  /** As it is printed. @example 12 */
  number: number;
  /** @example count */
  @IsIn(SHEET_KINDS)
  kind: SheetKind;
  /** @example draft */
  @IsIn(SHEET_STATUSES)
  status: SheetStatus;
  /** For a count: the section, by its name when the sheet was made. @example Vegetables */
  sectionName: string | null;
  /** For a delivery: the supplier. Empty if that is not known. @example "Nandi Farms" */
  supplier: string;
  /** @example "Delivery note 4711" */
  note: string;
  /** @example 24 */
  lineCount: number;
  /** Lines with a quantity. @example 20 */
  filledCount: number;
  /** Who made it. @example "Asha Rao" */
  ownerName: string;
  /** Who saved it last. @example "Ravi Kumar" */
  changedByName: string;
  /** Null until it is booked. @example "Asha Rao" */
  bookedByName: string | null;
  /** @example 2026-01-05T09:12:44.120Z */
  createdAt: string;
  /** @example 2026-01-05T09:42:44.120Z */
  changedAt: string;
  /** @example 2026-01-05T09:45:44.120Z */
  bookedAt: string | null;
  /** @example 3 */
  version: number;
}

export class StockSheetsTable implements TablePage<StockSheetSummary> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: StockSheetSummary[];
  /** @example 12 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

/** A line without what is expected: the person who counts does not see it. */
export class StockSheetLineView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  productId: string;
  /** @example Tomatoes */
  productName: string;
  /** @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;
  /** Units received or counted. @example 12.5 */
  quantity: number | null;
  /** For a count: when it was counted. @example 2026-01-05T09:30:44.120Z */
  countedAt: string | null;
  /** Units on hand before the booking; null for a draft and for a line that was left alone. @example 14 */
  onHandBefore: number | null;
  /** Units on hand after the booking. @example 12.5 */
  onHandAfter: number | null;
}

export class StockSheetView extends StockSheetSummary {
  @ApiProperty({ maxItems: MAX_SHEET_LINES })
  lines: StockSheetLineView[];
}

/** What the booking of a line would do now. Lines that are left alone have none. */
export class LineOutcomeView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  productId: string;
  /** @example Tomatoes */
  productName: string;
  /** @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;
  /** Units received or counted; null if that is missing. @example 12.5 */
  quantity: number | null;
  /** Units on hand now. @example 14 */
  onHandBefore: number;
  /** Units on hand after the booking. @example 12.5 */
  onHandAfter: number;
  /** For a count: units that have come in (positive) or left (negative) since it was counted. @example -2 */
  movedSince: number;
  /** Units received, or found more (positive) or less (negative) than expected. @example -1.5 */
  difference: number;
  /** The difference at the product's rate, in minor units; null if it is too large. @example -6000 */
  value: number | null;
  /** True for a difference of a count that is more than a quarter of what was expected. @example false */
  isLarge: boolean;
  /** For a count of less than is promised: units that are short. @example 0 */
  short: number;
  /** Why the line cannot be booked. @example below-promised */
  @IsIn(LINE_PROBLEMS)
  problem: LineProblem | null;
}

/** What booking a sheet would do now. */
export class StockSheetOutcome {
  /** Version of the sheet that was looked at. @example 3 */
  version: number;
  @ApiProperty({ maxItems: MAX_SHEET_LINES })
  lines: LineOutcomeView[];
  /** Lines of a count without a quantity, which are left alone. @example 4 */
  leftAlone: number;
  /** Sum of the values, in minor units; null if one is too large. @example -6000 */
  value: number | null;
}
