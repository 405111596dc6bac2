import { IsIn } from 'class-validator';
import { UNIT_PRICE_UNITS, type UnitPrice } from './unit-price.js';

export class UnitPriceView implements UnitPrice {
  /** Minor units of the currency, rounded half up. @example 8000 */
  rate: number;
  /** @example kg */
  @IsIn(UNIT_PRICE_UNITS)
  per: UnitPrice['per'];
}
