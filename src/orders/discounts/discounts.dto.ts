import { IsInt, IsString, Length, Max, Min } from 'class-validator';
import { IsNotBlank, Normalized } from '../../platform/http/validation/validators.js';

/** Most discounts that an order can have. */
export const MAX_DISCOUNTS = 10;

/** What an order or an item costs less. */
export class DiscountView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e60 */
  id: string;
  /** What the customer reads. @example "Sorry for the delay" */
  label: string;
  /** Minor units of the currency. @example 2500 */
  amount: number;
}

export class GiveDiscountBody {
  /** Shown to the customer. @example "Sorry for the delay" */
  @Normalized()
  @IsString()
  @Length(1, 100)
  @IsNotBlank()
  label: string;

  /** Minor units of the currency: with the order's other discounts, at most what its goods cost. @example 2500 */
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  amount: number;
}
