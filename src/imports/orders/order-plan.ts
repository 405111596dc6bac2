import { hasPlace, type WrittenAddress } from '../../customers/addresses/address-terms.js';
import type { PastLine, PastOrder } from '../../orders/past/write-past-orders.js';
import { sum } from '../../rules/pricing/quote.js';
import type { ReadConnection } from '../../platform/database/transaction.js';
import type { PlannedChange } from '../kinds/planned-change.js';
import type { SectionNames } from '../products/product-lookup.js';
import { rowError, type RowError } from '../rows/row-error.js';
import type { OrderGroup } from './order-groups.js';
import type { ImportOrderLine, OrderLineRow } from './order-line-row.js';
import { orderLines } from './order-lines.js';
import { OrderLookup, type OrderingCustomer } from './order-lookup.js';

/** Orders of earlier years have no reports. */
const FIRST_TIME = Date.UTC(2000, 0, 1);

/** An order to write, and what a person sees of it. */
export interface PlannedOrder {
  readonly order: PastOrder;
  readonly change: PlannedChange;
}

/** Planned orders of a batch, and the errors of the others. An order that the store has already is neither. */
export interface PlannedOrders {
  readonly planned: readonly PlannedOrder[];
  readonly errors: readonly RowError[];
}

/** How a person reads an order's time and total. */
export interface OrderTexts {
  readonly time: (instant: number) => string;
  readonly money: (minorUnits: number) => string;
}

/** Finds the customer and the products of each past order. */
export class OrderPlan {
  /** The latest address of each customer in the file. */
  private readonly addresses = new Map<string, WrittenAddress>();

  /** @param now no order is later */
  constructor(
    private readonly connection: ReadConnection,
    private readonly sections: SectionNames,
    private readonly now: number,
    private readonly texts: OrderTexts,
  ) {}

  /** Plans the orders of the next few hundred rows, in file order. */
  async take(groups: readonly OrderGroup[]): Promise<PlannedOrders> {
    if (groups.length === 0) return { planned: [], errors: [] };
    const lookup = await OrderLookup.find(this.connection, this.sections, groups);
    const planned: PlannedOrder[] = [];
    const errors: RowError[] = [];
    for (const group of groups) {
      const result = this.plan(group, lookup);
      if (Array.isArray(result)) errors.push(...result);
      else if (result !== 'known') planned.push(result);
    }
    return { planned, errors };
  }

  private plan(group: OrderGroup, lookup: OrderLookup): PlannedOrder | 'known' | RowError[] {
    const { reference, rows, earlierLine } = group;
    const [first] = rows;
    if (first === undefined) return [];
    if (earlierLine !== undefined) {
      const message = `The lines of an order must follow each other. Line ${earlierLine} has the same number.`;
      return [rowError(first, 'order', 'imports.order-apart', message)];
    }
    const customer = lookup.customerOf(first.said);
    const owner = lookup.ownerOf(reference);
    if (owner !== undefined && owner === customer?.id) return 'known';
    if (owner !== undefined)
      return [
        rowError(
          first,
          'order',
          'imports.order-of-another',
          'Another customer has an order with this number.',
        ),
      ];
    const { lines, errors: lineErrors } = orderLines(group, lookup);
    const errors = [...this.headErrors(first, customer), ...lineErrors];
    if (customer === undefined || errors.length > 0) return errors;
    const order = this.orderOf(first, customer, lines);
    return { order, change: this.changeOf(first, order) };
  }

  private orderOf({ said }: OrderLineRow, customer: OrderingCustomer, lines: readonly PastLine[]): PastOrder {
    const { displayName, id: customerId } = customer;
    const address = addressOf(said, displayName) ?? this.addresses.get(customerId) ?? customer.address;
    if (address !== undefined) this.addresses.set(customerId, address);
    return {
      ...{ reference: said.order, customerId, lines },
      status: said.status === 'cancelled' ? 'cancelled' : 'delivered',
      timestamp: Date.parse(said.orderedAt ?? ''),
      address: address ?? { name: displayName, phone: '', line1: '', city: '', postalCode: '' },
      note: said.note === undefined || said.note === '' ? null : said.note,
    };
  }

  /** Returns what is wrong with what the first row says about the order. */
  private headErrors(first: OrderLineRow, customer: OrderingCustomer | undefined): RowError[] {
    const { email, username, orderedAt, status } = first.said;
    const column = email === undefined && username !== undefined ? 'username' : 'email';
    const errors: RowError[] = [];
    const refuse = (field: string, code: string, message: string): void => {
      errors.push(rowError(first, field, `imports.${code}`, message));
    };
    if (email === undefined && username === undefined)
      refuse('email', 'order-without-customer', 'The order needs the e-mail address of its customer.');
    else if (customer === undefined)
      refuse(column, 'customer-unknown', 'No customer has this address. Import the customers first.');
    else if (customer.role !== 'user')
      refuse(column, 'customer-is-staff', 'The account belongs to staff, who have no orders.');
    if (orderedAt === undefined) refuse('orderedAt', 'order-without-date', 'The order needs its date.');
    else if (Date.parse(orderedAt) > this.now)
      refuse('orderedAt', 'order-in-future', 'The date is in the future.');
    else if (Date.parse(orderedAt) < FIRST_TIME)
      refuse('orderedAt', 'order-too-old', 'The date must be from 2000 on.');
    if (status === 'open')
      refuse('status', 'order-open', 'The order is not finished: place it in the store instead.');
    return errors;
  }

  private changeOf({ line, said }: OrderLineRow, order: PastOrder): PlannedChange {
    const facts = {
      orderedAt: this.texts.time(order.timestamp),
      email: said.email ?? said.username ?? '',
      lines: String(order.lines.length),
      total: this.texts.money(sum(order.lines.map(({ price }) => price))),
      status: order.status,
    };
    return {
      ...{ line, subject: order.reference, isNew: true, notice: null },
      changes: Object.entries(facts).map(([field, after]) => ({ field, before: null, after })),
    };
  }
}

/** Returns the address that a row says; undefined if it says none. */
function addressOf(said: ImportOrderLine, displayName: string): WrittenAddress | undefined {
  if (!hasPlace(said)) return undefined;
  const { recipient = '', phone = '', line1 = '', line2 = '', city = '', postalCode = '', state = '' } = said;
  const name = recipient === '' ? displayName : recipient;
  return {
    ...{ name, phone, line1, city, postalCode },
    ...(line2 === '' ? {} : { line2 }),
    ...(state === '' ? {} : { state }),
  };
}
