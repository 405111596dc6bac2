import { ApiProperty, IntersectionType, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../../platform/http/validation/pagination.js';
import { IsId, IsInstant, MaxItems } from '../../platform/http/validation/validators.js';
import { ORDER_STATUSES, type OrderStatus } from '../../rules/order-status/order-status.js';
import { MAX_CART_LINES } from '../../cart/cart.dto.js';
import { PickTickView } from '../picking/pick-ticks.dto.js';
import { OrderItemView, OrderView } from '../orders.dto.js';

export const ADMIN_ORDER_SORTS = ['newest', 'oldest', 'changed', 'total', '-total'] as const;

/** Maximum number of orders in one request: as many as a page of the table has. */
const MAX_ORDERS = 100;
/** Orders that a selection by filters returns. Their status changes in several requests. */
export const MAX_SELECTED_ORDERS = 1000;

export class AdminOrderQuery extends TableQuery {
  /** Only these orders, as far as the other filters admit them. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMinSize(1)
  @MaxItems(MAX_ORDERS)
  @ArrayUnique()
  @IsId({ each: true })
  ids?: string[];

  /** @example placed */
  @IsOptional()
  @IsIn(ORDER_STATUSES)
  status?: OrderStatus;

  /**
   * Start of an order number, with or without hyphens; start of the customer's username or email address; part of the current
   * name of the customer or a product; or of the address: words of name, street or city, a postal code, or a telephone number as
   * people write it, its start or its end. @example 7K3M
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** ID of the user who placed the orders. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e45 */
  @IsOptional()
  @IsId()
  customer?: string;

  /** ID of a section that currently contains a product of the orders. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  @IsOptional()
  @IsId()
  section?: string;

  /** Earliest time of placement, inclusive. @example 2026-01-01T00:00:00Z */
  @IsOptional()
  @IsInstant()
  from?: string;

  /** Latest time of placement, exclusive. @example 2026-02-01T00:00:00Z */
  @IsOptional()
  @IsInstant()
  to?: string;

  /**
   * Earliest time at which the orders reached their current status, inclusive, whenever they were placed. Orders that are still
   * placed are left out. @example 2026-01-05T00:00:00Z
   */
  @IsOptional()
  @IsInstant()
  reachedFrom?: string;

  /** `changed` puts the orders whose status has changed last first. @example newest */
  @IsIn(ADMIN_ORDER_SORTS)
  sort: (typeof ADMIN_ORDER_SORTS)[number] = 'newest';
}

/** Filters of the orders to select, as of the list. */
export class MatchingOrdersQuery extends OmitType(AdminOrderQuery, [
  'ids',
  'page',
  'pageSize',
  'sort',
] as const) {}

export class TransitionBody {
  /** New status. @example packed */
  @IsIn(ORDER_STATUSES)
  to: OrderStatus;

  /** @example "Bag 3 of 3 is in the cold room" */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

class OrderIds {
  /** @example ["01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42"] */
  @IsArray()
  @ArrayMinSize(1)
  @MaxItems(MAX_ORDERS)
  @ArrayUnique()
  @IsId({ each: true })
  orderIds: string[];
}

export class TransitionsBody extends IntersectionType(OrderIds, TransitionBody) {}

export class UndoBody extends OrderIds {
  /** Status that was set by mistake. @example packed */
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

/** A section of the store, in its current state. */
export class ShelfSection {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e3f */
  id: string;
  /** @example Vegetables */
  name: string;
  /** Position among the sections, ascending. @example 1 */
  position: number;
}

/** An order line for staff, with the section from which to fetch its product. */
export class AdminOrderItemView extends OrderItemView {
  /** Current section of the product; null if it no longer has one. */
  section: ShelfSection | null;
  /** Null until the goods are fetched. The lines of a cancelled order keep it until they are put back. */
  tick: PickTickView | null;
}

/** The undo of the latest status change of an order. */
export class OrderUndo {
  /** Status that the order has again after it. @example placed */
  @IsIn(ORDER_STATUSES)
  status: OrderStatus;
  /** End of the time in which it is possible. @example 2026-01-05T09:22:44.120Z */
  until: string;
}

/** An order for staff. */
export class AdminOrderView extends OmitType(OrderView, ['items'] as const) {
  @ApiProperty({ maxItems: MAX_CART_LINES })
  items: AdminOrderItemView[];
  customer: Customer;
  /** Statuses that the caller may change the order to. @example ["packed","cancelled"] */
  @IsIn(ORDER_STATUSES, { each: true })
  nextStatuses: OrderStatus[];
  /** Null if the latest status change cannot be undone, or no longer. */
  undo: OrderUndo | null;
}

export class AdminOrderTable implements TablePage<AdminOrderView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: AdminOrderView[];
  /** @example 634 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

/** An order as a change of its status refers to it. */
export class MatchingOrderView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  id: string;
  /** @example 7K3M-9PQX */
  number: string;
  /** @example placed */
  @IsIn(ORDER_STATUSES)
  status: OrderStatus;
  /** Statuses that the caller may change the order to. @example ["packed","cancelled"] */
  @IsIn(ORDER_STATUSES, { each: true })
  nextStatuses: OrderStatus[];
  /** Null if the latest status change cannot be undone, or no longer. */
  undo: OrderUndo | null;
}

/** All orders that match, oldest first. */
export class MatchingOrders {
  @ApiProperty({ maxItems: MAX_SELECTED_ORDERS })
  items: MatchingOrderView[];
}

/** The reason why an order was not changed. */
export class OrderProblem {
  /** @example orders.transition-not-allowed */
  code: string;
  /** @example "Status change not allowed" */
  title: string;
  /** @example "An order that is delivered cannot become packed." */
  detail: string;
}

/** The outcome for one of several orders: either its current state, or a problem. */
export class OrderOutcome {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  orderId: string;
  /** Current state of the order; null if the change was refused. */
  order: AdminOrderView | null;
  /** Reason for the refusal; null if the change was made. */
  problem: OrderProblem | null;
}

/** An outcome for each requested order, in the same order. */
export class OrderOutcomes {
  @ApiProperty({ maxItems: MAX_ORDERS })
  items: OrderOutcome[];
}
