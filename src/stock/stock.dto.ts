import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNotIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MAX_PAGE_SIZE, type TablePage } from '../platform/http/validation/pagination.js';
import { IsOptionalNotNull, IsQuantity, IsQuantityFromZero } from '../platform/http/validation/validators.js';
import { STOCK_REASONS, type StockReason } from './stock-movement.entity.js';

const MANUAL_REASONS = ['delivery', 'correction', 'waste'] as const;

/** A delivery or waste, as a difference, or a correction, as a count. */
export class StockMovementBody {
  /** @example delivery */
  @IsIn(MANUAL_REASONS)
  reason: (typeof MANUAL_REASONS)[number];

  /** For a delivery: units received. For waste: units written off, negative. @example 25.5 */
  @IsOptionalNotNull()
  @IsQuantity()
  @IsNotIn([0], { message: '$property must not be 0' })
  delta?: number;

  /**
   * For a correction: units counted in the store, on the shelf and packed for orders that have not left. What is promised
   * stays promised; the rest becomes available.
   */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  counted?: number;

  /**
   * For a correction: units on hand when the person looked. If it is something else by now, the count is refused with
   * the present figures.
   */
  @IsOptionalNotNull()
  @IsQuantityFromZero()
  seenOnHand?: number;

  /** For a correction: true to accept that less was counted than is promised. Then nothing is available. */
  @IsOptionalNotNull()
  @IsBoolean()
  acceptShortage?: boolean;

  /** @example "Invoice 4711 of the market" */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

export class StockMovementView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  id: string;
  /** Units. @example -1.25 */
  delta: number;
  /** @example order */
  @IsIn(STOCK_REASONS)
  reason: StockReason;
  /** For a count: units counted in the store; otherwise null. @example 12.25 */
  counted: number | null;
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  orderId: string | null;
  /** The stock sheet whose booking wrote the line. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e44 */
  sheetId: string | null;
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e43 */
  actorId: string | null;
  /** @example "Asha Rao" */
  actorName: string | null;
  /** @example 2026-01-05T09:12:44.120Z */
  at: string;
  /** @example "Invoice 4711 of the market" */
  note: string | null;
}

export class StockMovementTable implements TablePage<StockMovementView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: StockMovementView[];
  /** @example 57 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
  /** Sum of the ledger in units, equal to the product's quantity available. @example 58.75 */
  balance: number;
  /** Units promised to orders that have not left the store. @example 4.5 */
  promised: number;
  /** Units in the store: available and promised. @example 62.75 */
  onHand: number;
}
