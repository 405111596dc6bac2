import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../../platform/http/validation/pagination.js';
import { IsNotBlank, Normalized } from '../../platform/http/validation/validators.js';

export const WISH_STATES = ['open', 'done'] as const;

export type WishState = (typeof WISH_STATES)[number];

export class WishBody {
  /** What the store should have, as the shopper searched for it. @example "peanut oil" */
  @Normalized()
  @IsString()
  @Length(1, 100)
  @IsNotBlank()
  term: string;
}

/** Filter and page of the wishes. */
export class WishesQuery extends TableQuery {
  /** Open wishes or those that staff dealt with; all if omitted. @example open */
  @IsOptional()
  @IsIn(WISH_STATES)
  state?: WishState;
}

export class ChangeWishBody {
  /** True if staff dealt with it. A further wish opens it again. @example true */
  @IsBoolean()
  done: boolean;
}

export class WishView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  id: string;
  /** As the last shopper wrote it. @example "peanut oil" */
  term: string;
  /** How often it was wished for since staff last dealt with it. @example 4 */
  wishes: number;
  /** @example 2026-01-05T06:30:00.000Z */
  firstAt: string;
  /** @example 2026-01-09T16:05:00.000Z */
  lastAt: string;
  /** When staff dealt with it; null while it is open. @example null */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  doneAt: string | null;
}

export class WishTable implements TablePage<WishView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: WishView[];
  /** @example 12 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}
