import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { TableQuery, type TablePage } from '../common/page.js';
import { IsInstant } from '../common/validators.js';
import { ORDER_STATUSES, type OrderStatus } from './order-status.js';
import { OrderView } from './orders.dto.js';

export const ADMIN_ORDER_SORTS = ['newest', 'oldest', 'total', '-total'] as const;

export class AdminOrderQuery extends TableQuery {
  /** @example placed */
  @IsOptional()
  @IsIn(ORDER_STATUSES)
  status?: OrderStatus;

  /** The beginning of an order's number, or of its customer's username. @example 7K3M */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Placed at this time or later. @example 2026-01-01T00:00:00Z */
  @IsOptional()
  @IsInstant()
  from?: string;

  /** Placed before this time. @example 2026-02-01T00:00:00Z */
  @IsOptional()
  @IsInstant()
  to?: string;

  /** @example newest */
  @IsIn(ADMIN_ORDER_SORTS)
  sort: (typeof ADMIN_ORDER_SORTS)[number] = 'newest';
}

export class TransitionBody {
  /** The status to go to. @example packed */
  @IsIn(ORDER_STATUSES)
  to: OrderStatus;

  /** @example "Bag 3 of 3 is in the cold room" */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

export class Customer {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e45 */
  id: string;
  /** @example asha */
  username: string;
  /** @example "Asha Rao" */
  displayName: string;
}

/** An order as staff see it. */
export class AdminOrderView extends OrderView {
  customer: Customer;
  /** Where whoever asks can move it to. @example ["packed","cancelled"] */
  @IsIn(ORDER_STATUSES, { each: true })
  nextStatuses: OrderStatus[];
}

export class AdminOrderTable implements TablePage<AdminOrderView> {
  items: AdminOrderView[];
  /** @example 634 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}
