import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { ROLES, type Role } from '../platform/access/roles.js';
import { LegalSettings } from '../settings/legal-settings.dto.js';
import { PricingSettings } from '../settings/pricing-settings.dto.js';
import { TAX_REGIMES, type ClassRate, type TaxRegime, type TaxTerms } from '../rules/pricing/tax.js';
import { MAX_TAX_CLASSES } from '../taxes/taxes.dto.js';
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

export class StoreTaxRateView implements ClassRate {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  taxClassId: string;
  /** Thousandths of a percent. @example 18000 */
  rate: number;
  /** Cess beside the rate in the Indian GST, in thousandths of a percent. @example 0 */
  cess: number;
}

export class StoreTaxesView implements TaxTerms {
  /** @example gst_in */
  @IsIn(TAX_REGIMES)
  regime: TaxRegime;
  /** GST code of the state of the store; null elsewhere, and if it is not known. @example "29" */
  state: string | null;
  /** Tax class of products that have none; null if they are not taxed. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  defaultClassId: string | null;
  /** Tax class of the charges; null if they are taxed like the goods with which they are charged. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e41 */
  chargesClassId: string | null;
  /** Rates of today. A class without one is not taxed. */
  @ApiProperty({ maxItems: MAX_TAX_CLASSES })
  rates: StoreTaxRateView[];
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
  /** The tax that prices include today; null in a store that may not state one. */
  taxes: StoreTaxesView | null;
  /** @example ["placed","packed","out_for_delivery","delivered","cancelled"] */
  @IsIn(ORDER_STATUSES, { each: true })
  orderStatuses: OrderStatus[];
  @ApiProperty({ maxItems: ORDER_STATUSES.length ** 2 })
  orderTransitions: OrderTransitionView[];
}
