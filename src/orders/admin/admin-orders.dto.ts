import { IntersectionType, OmitType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { TableQuery, type TablePage } from '../../platform/http/validation/pagination.js';
import { IsId, IsInstant } from '../../platform/http/validation/validators.js';
import { ORDER_STATUSES, type OrderStatus } from '../../rules/order-status/order-status.js';
import { OrderItemView, OrderView } from '../orders.dto.js';

export const ADMIN_ORDER_SORTS = ['newest', 'oldest', 'total', '-total'] as const;

export class AdminOrderQuery extends TableQuery {
  /** @example placed */
  @IsOptional()
  @IsIn(ORDER_STATUSES)
  status?: OrderStatus;

  /**
   * The beginning of an order's number, or of its customer's username or e-mail address, or a part of the customer's name
   * or of a product's, as it is called now. @example 7K3M
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Whose orders: the id of a user. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e45 */
  @IsOptional()
  @IsId()
  customer?: string;

  /** Orders with a product that is in this section now. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptional()
  @IsId()
  section?: string;

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

/** Most orders in one request: as many as a page of the table has. */
const MAX_ORDERS = 100;

class OrderIds {
  /** @example ["01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42"] */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ORDERS)
  @ArrayUnique()
  @IsId({ each: true })
  orderIds: string[];
}

export class TransitionsBody extends IntersectionType(OrderIds, TransitionBody) {}

export class UndoBody extends OrderIds {
  /** The status that they have come to by mistake. @example packed */
  @IsIn(ORDER_STATUSES)
  status: OrderStatus;
}

export class Customer {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e45 */
  id: string;
  /** @example asha */
  username: string;
  /** @example "Asha Rao" */
  displayName: string;
}

/** A section of the store, as it is now. */
export class ShelfSection {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  id: string;
  /** @example Vegetables */
  name: string;
  /** Where it stands among the sections, from the smallest. @example 1 */
  position: number;
}

/** A line as staff see it: with where its product is to be fetched. */
export class AdminOrderItemView extends OrderItemView {
  /** The section that the product is in now; null where there is none any more. */
  section: ShelfSection | null;
}

/** An order as staff see it. */
export class AdminOrderView extends OmitType(OrderView, ['items'] as const) {
  items: AdminOrderItemView[];
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

/** Why an order was not moved. */
export class OrderProblem {
  /** @example orders.transition-not-allowed */
  code: string;
  /** @example "The order cannot go there" */
  title: string;
  /** @example "An order that is delivered cannot become packed." */
  detail: string;
}

/** What became of one of several orders: either the order as it is now, or a problem. */
export class OrderOutcome {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  orderId: string;
  /** Null where it was refused. */
  order: AdminOrderView | null;
  /** Null where it was done. */
  problem: OrderProblem | null;
}

/** An outcome for each order that was asked for, in the same order. */
export class OrderOutcomes {
  items: OrderOutcome[];
}
