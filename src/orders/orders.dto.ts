import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MAX_CART_LINES } from '../cart/cart.dto.js';
import { MAX_ORDER_DOCUMENTS, OrderDocumentView } from '../documents/documents.dto.js';
import { ChargeView } from '../cart/charge.dto.js';
import { DiscountView, MAX_DISCOUNTS } from './discounts/discounts.dto.js';
import { ProductView } from '../catalog/catalog.dto.js';
import type { NamesByLanguage } from '../rules/texts/texts-by-language.js';
import { ApiNamesByLanguage } from '../catalog/texts/texts.dto.js';
import { UNIT_TYPES, type UnitType } from '../platform/common/money/unit-type.js';
import { MAX_PAGE_SIZE, type KeysetPage } from '../platform/http/validation/pagination.js';
import { withLatinDigits } from '../platform/common/text.js';
import { IsNotBlank, IsOptionalNotNull } from '../platform/http/validation/validators.js';
import { CHARGE_KINDS } from '../rules/pricing/quote.js';
import { ORDER_STATUSES, type OrderStatus } from '../rules/order-status/order-status.js';

/** Accepts the digits of every keyboard. */
const LatinDigits = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? withLatinDigits(value) : value));

export class Address {
  /** @example "Asha Rao" */
  @IsString()
  @Length(1, 100)
  @IsNotBlank()
  name: string;

  /** @example "+91 98450 12345" */
  @LatinDigits()
  @IsString()
  @Matches(/^[+\d][\d ()./-]{4,29}$/, {
    message: '$property must be a telephone number: 5 to 30 digits, spaces and ( ) . / - after an optional +',
  })
  phone: string;

  /** @example "14, Temple Street" */
  @IsString()
  @Length(1, 200)
  @IsNotBlank()
  line1: string;

  /** @example "Behind the post office" */
  @IsOptionalNotNull()
  @IsString()
  @MaxLength(200)
  line2?: string;

  /** @example Bengaluru */
  @IsString()
  @Length(1, 100)
  @IsNotBlank()
  city: string;

  /** In the form of the store's country. @example 560004 */
  @LatinDigits()
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9 -]{1,11}$/, {
    message: '$property must be a postal code: 2 to 12 letters, digits, spaces and hyphens',
  })
  postalCode: string;

  /** GST code of the state in a store under the Indian GST, any text elsewhere. @example "29" */
  @IsOptionalNotNull()
  @LatinDigits()
  @IsString()
  @Length(1, 100)
  @IsNotBlank()
  state?: string;
}

export class PlaceOrderBody {
  @IsObject()
  @ValidateNested()
  @Type(() => Address)
  address: Address;

  /** @example "Please ring twice." */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;

  /** Total that the shopper saw, in minor units; nothing is ordered if it has changed. @example 16200 */
  @IsOptionalNotNull()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  expectedTotal?: number;
}

export class OrderQuery {
  /** @example placed */
  @IsOptional()
  @IsIn(ORDER_STATUSES)
  status?: OrderStatus;

  /** `nextCursor` of the previous page. */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  cursor?: string;

  /** Number of orders per page. @example 20 */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20;
}

export class OrderItemView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e44 */
  id: string;
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e40 */
  productId: string;
  /** @example Tomatoes */
  productName: string;
  /** Name in each language in which the product had texts at the time of the order. In the others, `productName` stands. */
  @ApiNamesByLanguage()
  productNames: NamesByLanguage;
  /** @example kg */
  @IsIn(UNIT_TYPES)
  unitType: UnitType;
  /** Minor units of the currency per unit, at the time of the order. @example 4000 */
  ratePerUnit: number;
  /** Maximum retail price per unit, in minor units, at the time of the order; null if there was none. @example 4500 */
  mrp: number | null;
  /** Units. @example 1.25 */
  quantity: number;
  /** What the line costs less; its price contains it. */
  @ApiProperty({ maxItems: MAX_DISCOUNTS })
  discounts: DiscountView[];
  /** Total of the line, in minor units. @example 5000 */
  price: number;
  /** Units when the order was placed. @example 1.25 */
  orderedQuantity: number;
  /** Total of the line when the order was placed, in minor units. @example 5000 */
  orderedPrice: number;
}

export class OrderTimelineEntry {
  /** @example placed */
  @IsIn(ORDER_STATUSES)
  status: OrderStatus;
  /** @example 2026-01-05T09:12:44.120Z */
  at: string;
  /** Username of the person who changed the status. @example asha */
  by: string;
  /** @example "Left with the neighbour" */
  note: string | null;
}

/** What an order costs since a discount was given or taken back. */
export class OrderTotal {
  /** Minor units of the currency. @example 13700 */
  total: number;
}

/** The address of an order. Of a past order, parts may be blank. */
export class OrderAddress {
  /** @example "Asha Rao" */
  name: string;
  /** @example "+91 98450 12345" */
  phone: string;
  /** @example "14, Temple Street" */
  line1: string;
  /** @example "Behind the post office" */
  line2?: string;
  /** @example Bengaluru */
  city: string;
  /** @example 560004 */
  postalCode: string;
  /** GST code of the state in a store under the Indian GST, any text elsewhere. @example "29" */
  state?: string;
}

export class OrderView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  id: string;
  /** @example 7K3M-92QX-4F */
  number: string;
  /** Number in the system that the store used before, of an imported order; null otherwise. @example "#1042" */
  reference: string | null;
  /** @example placed */
  @IsIn(ORDER_STATUSES)
  status: OrderStatus;
  /** Time of placement. @example 2026-01-05T09:12:44.120Z */
  timestamp: string;
  @ApiProperty({ maxItems: MAX_CART_LINES })
  items: OrderItemView[];
  /** Sum of the items' prices, in minor units of the currency. @example 13200 */
  subtotal: number;
  /** What the order costs besides its goods. */
  @ApiProperty({ maxItems: CHARGE_KINDS.length })
  charges: ChargeView[];
  /** What the order costs less, besides the discounts of its items. */
  @ApiProperty({ maxItems: MAX_DISCOUNTS })
  discounts: DiscountView[];
  /** Sum of the items' prices and the charges, less the discounts, in minor units. @example 13700 */
  total: number;
  /** Total when the order was placed, in minor units. @example 16200 */
  placedTotal: number;
  /** Invoices, bills and credit notes, in the order in which they were issued. */
  @ApiProperty({ maxItems: MAX_ORDER_DOCUMENTS })
  documents: OrderDocumentView[];
  /** @example INR */
  currency: string;
  address: OrderAddress;
  /** @example "Please ring twice." */
  note: string | null;
  /** Name of the member of staff who took the order by telephone; null if the customer placed it. @example "Maya Rao" */
  takenBy: string | null;
  /** Status history, oldest first. */
  @ApiProperty({ maxItems: ORDER_STATUSES.length })
  timeline: OrderTimelineEntry[];
}

export class OrderPage implements KeysetPage<OrderView> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: OrderView[];
  /** Cursor of the next page; null on the last page. @example WyJuZXdlc3QiLDE3NjM5XQ */
  nextCursor: string | null;
}

/** Most products that the shop offers to buy again. */
export const MAX_FREQUENT_PRODUCTS = 24;

/** A product that the shopper orders often. */
export class FrequentProduct extends ProductView {
  /** The quantity in most of the shopper's orders, in steps of the product as it is sold now. @example 1.5 */
  usualQuantity: number;
}

export class FrequentProducts {
  @ApiProperty({ maxItems: MAX_FREQUENT_PRODUCTS })
  items: FrequentProduct[];
}
