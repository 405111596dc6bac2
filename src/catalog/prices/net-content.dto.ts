import { IsIn, IsNotIn } from 'class-validator';
import { IsQuantityFromZero } from '../../platform/http/validation/validators.js';
import { NET_UNITS, type NetContent, type NetUnit } from './net-content.js';

/** The contents of one unit of a product. */
export class NetContentView implements NetContent {
  /** @example 62.5 */
  quantity: number;
  /** @example g */
  @IsIn(NET_UNITS)
  unit: NetUnit;
}

export class NetContentBody implements NetContent {
  /** Grams, millilitres or pieces. @example 62.5 */
  @IsQuantityFromZero()
  @IsNotIn([0], { message: 'quantity must be more than 0' })
  quantity: number;

  /** @example g */
  @IsIn(NET_UNITS)
  unit: NetUnit;
}
