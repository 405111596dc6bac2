import { IsIn, IsNotIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { TablePage } from '../platform/http/validation/pagination.js';
import { IsQuantity } from '../platform/http/validation/validators.js';
import { STOCK_REASONS, type StockReason } from './stock-movement.entity.js';

const MANUAL_REASONS = ['delivery', 'correction', 'waste'] as const;

export class StockMovementBody {
  /** @example delivery */
  @IsIn(MANUAL_REASONS)
  reason: (typeof MANUAL_REASONS)[number];

  /** Units received, or issued if negative. @example 25.5 */
  @IsQuantity()
  @IsNotIn([0], { message: '$property must not be 0' })
  delta: number;

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
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  orderId: string | null;
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
  items: StockMovementView[];
  /** @example 57 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
  /** Sum of the ledger in units, equal to the product's quantity available. @example 58.75 */
  balance: number;
}
