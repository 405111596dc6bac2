import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { DAY_MS } from '../platform/common/durations.js';
import { USER_STATUSES, type UserStatus } from '../platform/access/roles.js';
import { MAX_PAGE_SIZE, TableQuery, type TablePage } from '../platform/http/validation/pagination.js';
import { IsNotBlank, Normalized } from '../platform/http/validation/validators.js';
import { ORDER_STATUSES, type OrderStatus } from '../rules/order-status/order-status.js';

/** Addresses shown of a customer, the one used last first. */
export const MAX_ADDRESSES_LISTED = 20;
/** How long after an invitation a customer can be invited again. */
export const INVITE_AGAIN_AFTER_MS = DAY_MS;
/** Notes about one customer. */
export const MAX_NOTES = 100;

/** Search and page of the customers. */
export class CustomerQuery extends TableQuery {
  /**
   * Part of the name, start of the username or the e-mail address, or of an address of their orders: words of name, street or
   * city, a postal code, or a telephone number as people write it, its start or its end. @example "98450 12303"
   */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** A customer in a list, with the address of the latest order. */
export class CustomerSummary {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e45 */
  id: string;
  /** @example asha */
  username: string;
  /** @example "Asha Rao" */
  displayName: string;
  /** Telephone number of the latest order; null without one. @example "+91 98450 12345" */
  phone: string | null;
  /** First line of the latest order's address; null without one. @example "14, Temple Street" */
  line1: string | null;
}

export class CustomerTable implements TablePage<CustomerSummary> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: CustomerSummary[];
  /** @example 18 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

/** An address of a customer: of an order, or of an import. */
export class CustomerAddressView {
  /** @example "Asha Rao" */
  name: string;
  /** @example "+91 98450 12345" */
  phone: string;
  /** @example "14, Temple Street" */
  line1: string;
  /** @example "Behind the post office" */
  line2: string | null;
  /** @example Bengaluru */
  city: string;
  /** @example 560004 */
  postalCode: string;
  /** GST code of the state in a store under the Indian GST, any text elsewhere; null if it is not known. @example "29" */
  state: string | null;
  /** Number of orders to this address. @example 7 */
  orders: number;
  /** Time of the latest order to this address; null without one. @example 2026-01-05T09:12:44.120Z */
  lastOrder: string | null;
}

/** The invitation of a customer that an import has added, and who has no password yet. */
export class CustomerInvitationView {
  /** Time of the latest invitation; null before the first. @example 2026-01-05T09:12:44.120Z */
  invitedAt: string | null;
  /** Time from which the customer can be invited again; null if they can be invited now. @example 2026-01-06T09:12:44.120Z */
  againAt: string | null;
}

/** What a customer has ordered. Money is in minor units. */
export class CustomerOrderFigures {
  /** Number of orders, also cancelled ones. @example 12 */
  count: number;
  /** Number of orders in progress. @example 1 */
  open: number;
  /** Total of all orders that count as sales. @example 486500 */
  spent: number;
  /** Time of the latest order; null without one. @example 2026-01-05T09:12:44.120Z */
  last: string | null;
}

/** A note of staff about a customer. */
export class CustomerNoteView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e50 */
  id: string;
  /** @example "Rings twice: the bell is broken." */
  text: string;
  /** Name of the person who wrote it. @example "Ramesh Hegde" */
  author: string;
  /** @example 2026-01-05T09:12:44.120Z */
  createdAt: string;
  /** True if the caller may remove it. */
  removable: boolean;
}

/** A customer as staff see them: no e-mail address, no sessions, nothing secret. */
export class CustomerView {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e45 */
  id: string;
  /** @example asha */
  username: string;
  /** @example "Asha Rao" */
  displayName: string;
  /** `suspended` customers can no longer order. */
  @ApiProperty({ enum: USER_STATUSES, enumName: 'UserStatus', example: 'approved' })
  status: UserStatus;
  /** Time of the registration. @example 2025-11-20T08:00:00.000Z */
  createdAt: string;
  /** Null for a customer who can sign in. */
  invitation: CustomerInvitationView | null;
  orders: CustomerOrderFigures;
  /** @example INR */
  currency: string;
  /** The one used last first. */
  @ApiProperty({ maxItems: MAX_ADDRESSES_LISTED })
  addresses: CustomerAddressView[];
  /** Newest first. */
  @ApiProperty({ maxItems: MAX_NOTES })
  notes: CustomerNoteView[];
}

/** An order in the list of a customer's orders. */
export class CustomerOrder {
  /** @example 01933a52-7c1e-7d09-b0a6-0f6e0c1d2e42 */
  id: string;
  /** @example 7K3M-92QX-4F */
  number: string;
  /** @example placed */
  @IsIn(ORDER_STATUSES)
  status: OrderStatus;
  /** @example 2026-01-05T09:12:44.120Z */
  timestamp: string;
  /** Number of lines. @example 6 */
  lines: number;
  /** Minor units of the currency. @example 16200 */
  total: number;
  /** @example INR */
  currency: string;
}

/** Orders of a customer: those in progress first, then the newest. */
export class CustomerOrderTable implements TablePage<CustomerOrder> {
  @ApiProperty({ maxItems: MAX_PAGE_SIZE })
  items: CustomerOrder[];
  /** @example 12 */
  total: number;
  /** @example 1 */
  page: number;
  /** @example 25 */
  pageSize: number;
}

export class CustomerNoteBody {
  /** @example "Rings twice: the bell is broken." */
  @Normalized()
  @IsString()
  @Length(1, 1000)
  @IsNotBlank()
  text: string;
}
