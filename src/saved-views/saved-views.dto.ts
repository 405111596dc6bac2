import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { MAX_VERSION } from '../platform/http/validation/edits.dto.js';
import { IsNotBlank, Normalized } from '../platform/http/validation/validators.js';
import { TABLES, type TableName } from './saved-view-tables.js';

/** Views that one person has of a table. */
export const MAX_OWN_VIEWS = 50;
/** Views of a table that are shared. */
export const MAX_SHARED_VIEWS = 100;

const MAX_QUERY_LENGTH = 4000;

export class SavedViewsQuery {
  /** @example orders */
  @IsIn(TABLES)
  table: TableName;
}

class SavedViewBody {
  /** @example "To pack, oldest first" */
  @Normalized()
  @IsString()
  @Length(1, 60)
  @IsNotBlank()
  name: string;

  /**
   * Query of the page's address: search, filters, `sort`, `size`, and the keys of the shown `columns`. Each table has its own
   * filters. @example status=placed&sort=oldest
   */
  @IsString()
  @MaxLength(MAX_QUERY_LENGTH)
  query: string;

  /** True if all staff who see the table shall see the view. @example false */
  @IsBoolean()
  isShared: boolean;
}

export class CreateSavedViewBody extends SavedViewBody {
  /** @example orders */
  @IsIn(TABLES)
  table: TableName;
}

export class ReplaceSavedViewBody extends SavedViewBody {
  /** Version on which the change is based. @example 1 */
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  version: number;
}

/** A saved view of a table. */
export class SavedViewView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e51 */
  id: string;
  /** @example orders */
  @IsIn(TABLES)
  table: TableName;
  /** @example "To pack, oldest first" */
  name: string;
  /** Query of the page's address, sorted by parameter. @example sort=oldest&status=placed */
  query: string;
  /** @example false */
  isShared: boolean;
  /** True for a view of the caller. @example true */
  isOwn: boolean;
  /** Display name of the owner. @example "Ravi Kumar" */
  ownerName: string;
  /** True if the caller may change and delete the view. @example true */
  canChange: boolean;
  /** @example 1 */
  version: number;
}

/** The caller's own views of a table, and those that others share, by name. */
export class SavedViewList {
  @ApiProperty({ maxItems: MAX_OWN_VIEWS + MAX_SHARED_VIEWS })
  items: SavedViewView[];
}
