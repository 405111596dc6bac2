import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ROLES, type Role } from '../platform/access/roles.js';
import { LegalSettings } from '../settings/legal-settings.dto.js';
import { PricingSettings } from '../settings/pricing-settings.dto.js';
import { ORDER_STATUSES, type OrderStatus } from '../rules/order-status/order-status.js';

export class OrderTransitionView {
  /** @example placed */
  @IsIn(ORDER_STATUSES)
  from: OrderStatus;
  /** @example packed */
  @IsIn(ORDER_STATUSES)
  to: OrderStatus;
  /** Roles that may make the transition; shoppers only with own orders. @example ["store_manager","admin"] */
  @IsIn(ROLES, { each: true })
  by: Role[];
}

export class StoreView {
  /** @example "Green Basket" */
  name: string;
  /** ISO 4217 code. @example INR */
  currency: string;
  /** Number of decimal digits of the currency. @example 2 */
  currencyDigits: number;
  /** BCP 47 locale. @example en-IN */
  locale: string;
  /** IANA time zone. @example Asia/Kolkata */
  timeZone: string;
  /** Who sells; what is blank is not stated. */
  legal: LegalSettings;
  /** What the store charges besides the goods. */
  prices: PricingSettings;
  /** @example ["placed","packed","out_for_delivery","delivered","cancelled"] */
  @IsIn(ORDER_STATUSES, { each: true })
  orderStatuses: OrderStatus[];
  @ApiProperty({ maxItems: ORDER_STATUSES.length ** 2 })
  orderTransitions: OrderTransitionView[];
}
