import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  ValidateNested,
} from 'class-validator';
import { IsId, MaxItems } from '../../platform/http/validation/validators.js';
import { ORDER_STATUSES, type OrderStatus } from '../../rules/order-status/order-status.js';

/** Maximum number of order lines in one request. */
export const MAX_TICKS = 100;

/** The tick of an order line that has been fetched. */
export class PickTickView {
  /** Name of the person who ticked it. @example "Ramesh Hegde" */
  by: string;
  /** @example 2026-01-05T09:20:03.412Z */
  at: string;
}

/** Whether an order line is to be ticked. */
export class PickTickChange {
  /** ID of the order line. @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e60 */
  @IsId()
  itemId: string;

  /** True once it is fetched; false if it is not, or has been put back. @example true */
  @IsBoolean()
  ticked: boolean;
}

export class PickTicksBody {
  @IsArray()
  @ArrayMinSize(1)
  @MaxItems(MAX_TICKS)
  @IsObject({ each: true })
  @ArrayUnique((change: unknown) => (change as Partial<PickTickChange> | null)?.itemId)
  @ValidateNested({ each: true })
  @Type(() => PickTickChange)
  ticks: PickTickChange[];
}

/** The current state of an order line. */
export class PickTickState {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e60 */
  itemId: string;
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  orderId: string;
  /** Status of the order. It decides whether the line could be changed. @example placed */
  @IsIn(ORDER_STATUSES)
  status: OrderStatus;
  /** Null if the line is not ticked. */
  tick: PickTickView | null;
}

/** The state of the requested lines. Lines that do not exist are left out. */
export class PickTickStates {
  @ApiProperty({ maxItems: MAX_TICKS })
  items: PickTickState[];
}
