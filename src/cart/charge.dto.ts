import { IsIn } from 'class-validator';
import { CHARGE_KINDS, type Charge, type ChargeKind } from '../rules/pricing/quote.js';

/** An amount besides the goods. */
export class ChargeView implements Charge {
  /** @example delivery */
  @IsIn(CHARGE_KINDS)
  kind: ChargeKind;
  /** Minor units of the currency. @example 3000 */
  amount: number;
}
