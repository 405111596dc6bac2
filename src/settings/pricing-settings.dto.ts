import { IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
import { MAX_RATE } from '../platform/common/money/max-rate.js';
import type { Fees } from '../rules/pricing/quote.js';
import { UNIT_PRICE_FORMS, type UnitPriceForm } from '../rules/pricing/shown-unit-price.js';

/** What the store charges besides the goods, in minor units of the currency, and how it shows prices. */
export class PricingSettings implements Fees {
  /** For the delivery of an order; 0 if it is free. @example 3000 */
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  deliveryFee: number;

  /** Price of the goods from which the delivery is free; null if it never is. @example 50000 */
  @ValidateIf((_, value) => value !== null)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  freeDeliveryFrom: number | null;

  /** For the packing of an order; 0 if it is free. @example 0 */
  @IsInt()
  @Min(0)
  @Max(MAX_RATE)
  packingFee: number;

  /**
   * How the shop compares packs: `kg` per kilogram, litre or piece, `100g` per 100 grams or millilitres, `in` per gram or millilitre below a
   * kilogram or litre, as the rules of India demand. @example in
   */
  @IsIn(UNIT_PRICE_FORMS)
  unitPrice: UnitPriceForm = 'kg';
}
