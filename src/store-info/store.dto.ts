import { IsIn } from 'class-validator';
import { ROLES, type Role } from '../platform/access/roles.js';
import { ORDER_STATUSES, type OrderStatus } from '../rules/order-status/order-status.js';

export class OrderTransitionView {
  /** @example placed */
  @IsIn(ORDER_STATUSES)
  from: OrderStatus;
  /** @example packed */
  @IsIn(ORDER_STATUSES)
  to: OrderStatus;
  /** The roles that may do it; a shopper with own orders alone. @example ["store_manager","admin"] */
  @IsIn(ROLES, { each: true })
  by: Role[];
}

export class StoreView {
  /** @example "Green Basket" */
  name: string;
  /** ISO 4217. @example INR */
  currency: string;
  /** How many digits its minor unit stands for. @example 2 */
  currencyDigits: number;
  /** BCP 47. @example en-IN */
  locale: string;
  /** IANA. @example Asia/Kolkata */
  timeZone: string;
  /** @example ["placed","packed","out_for_delivery","delivered","cancelled"] */
  @IsIn(ORDER_STATUSES, { each: true })
  orderStatuses: OrderStatus[];
  orderTransitions: OrderTransitionView[];
}
