import type { WrittenAddress } from '../../customers/addresses/address-terms.js';
import { MAX_ORDER_PRODUCTS, type PastLine, type PastOrder } from '../../orders/past/write-past-orders.js';
import { linePrice, MAX_RATE, sum } from '../../platform/common/money/money.js';
import type { ReadConnection } from '../../platform/database/transaction.js';
import type { PlannedChange } from '../kinds/planned-change.js';
import type { SectionNames } from '../products/product-lookup.js';
import type { RowError } from '../rows/row-error.js';
import type { OrderGroup } from './order-groups.js';
import type { OrderLineRow } from './order-line-row.js';
import { OrderLookup, type OrderingCustomer } from './order-lookup.js';

/** Orders of earlier years have no reports. */
const FIRST_TIME = Date.UTC(2000, 0, 1);
const THOUSAND = 1000;

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
    const { reference, rows, earlierLine, isCut } = group;
    const first = rows[0];
    if (first === undefined) return [];
    if (earlierLine !== undefined)
      return [
        at(
          first,
          'order',
          'order-apart',
          `The lines of an order must follow each other. Line ${earlierLine} has the same number.`,
        ),
      ];
    if (isCut) return [tooManyLines(first)];
    const customer = lookup.customerOf(first.said);
    const owner = lookup.ownerOf(reference);
    if (owner !== undefined)
      return owner === customer?.id
        ? 'known'
        : [at(first, 'order', 'order-of-another', 'Another customer has an order with this number.')];
    const errors = [...this.headErrors(first, customer), ...lineErrors(rows, lookup)];
    if (customer === undefined || errors.length > 0) return errors;
    const address =
      addressOf(first, customer.displayName) ?? this.addresses.get(customer.id) ?? customer.address;
    if (address !== undefined) this.addresses.set(customer.id, address);
    const order = {
      ...pastOrder(group, first, customer.id, lookup),
      address: address ?? nameAlone(customer),
    };
    return { order, change: this.changeOf(first, order) };
  }

  /** Returns what is wrong with what the first row says about the order. */
  private headErrors(first: OrderLineRow, customer: OrderingCustomer | undefined): RowError[] {
    const { email, username, orderedAt, status } = first.said;
    const column = email === undefined && username !== undefined ? 'username' : 'email';
    const errors: RowError[] = [];
    const refuse = (field: string, code: string, message: string): void => {
      errors.push(at(first, field, code, message));
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

/** Returns what is wrong with the lines of an order. */
function lineErrors(rows: readonly OrderLineRow[], lookup: OrderLookup): RowError[] {
  const units = new Map<string, string>();
  const errors = rows.flatMap((row) => {
    const product = lookup.productOf(row.said);
    if (product === undefined)
      return [
        at(row, 'name', 'product-unknown', 'The store has no such product. Import the products first.'),
      ];
    if (product === 'ambiguous')
      return [at(row, 'name', 'name-in-several-sections', 'Several sections have a product of this name.')];
    const unit = row.said.unitType ?? product.unitType;
    const other = units.get(product.id) ?? unit;
    units.set(product.id, unit);
    return unit === other
      ? []
      : [at(row, 'unitType', 'two-units', 'Another line of the order has the same product in another unit.')];
  });
  const [first] = rows;
  if (first !== undefined && units.size > MAX_ORDER_PRODUCTS) errors.push(tooManyLines(first));
  return errors;
}

function tooManyLines(first: OrderLineRow): RowError {
  return at(first, 'order', 'too-many-lines', `An order can have at most ${MAX_ORDER_PRODUCTS} products.`);
}

function pastOrder(
  { reference, rows }: OrderGroup,
  first: OrderLineRow,
  customerId: string,
  lookup: OrderLookup,
): Omit<PastOrder, 'address'> {
  const { orderedAt = '', status, note } = first.said;
  return {
    ...{ reference, customerId },
    status: status === 'cancelled' ? 'cancelled' : 'delivered',
    timestamp: Date.parse(orderedAt),
    note: note === undefined || note === '' ? null : note,
    lines: linesOf(rows, lookup),
  };
}

/** Returns the address that a row says; undefined if it says none. */
function addressOf({ said }: OrderLineRow, displayName: string): WrittenAddress | undefined {
  const { recipient = '', phone = '', line1 = '', line2 = '', city = '', postalCode = '' } = said;
  if (`${phone}${line1}${line2}${city}${postalCode}` === '') return undefined;
  const name = recipient === '' ? displayName : recipient;
  return { name, phone, line1, ...(line2 === '' ? {} : { line2 }), city, postalCode };
}

/** Returns an address with nothing but the name of a customer. */
function nameAlone({ displayName }: OrderingCustomer): WrittenAddress {
  return { name: displayName, phone: '', line1: '', city: '', postalCode: '' };
}

/** Returns the lines of an order, those of the same product as one. */
function linesOf(rows: readonly OrderLineRow[], lookup: OrderLookup): PastLine[] {
  const lines = new Map<string, PastLine>();
  for (const { said, quantity } of rows) {
    const product = lookup.productOf(said);
    if (product === undefined || product === 'ambiguous') continue;
    const earlier = lines.get(product.id);
    const price = said.lineTotal ?? linePrice(said.price ?? 0, quantity);
    const all = { quantity: quantity + (earlier?.quantity ?? 0), price: price + (earlier?.price ?? 0) };
    const rate = earlier === undefined || earlier.ratePerUnit === said.price ? said.price : undefined;
    lines.set(product.id, {
      ...{ productId: product.id, productName: said.name, unitType: said.unitType ?? product.unitType },
      ...all,
      ratePerUnit: rate ?? rateOf(all),
    });
  }
  return [...lines.values()];
}

/** Returns the rate at which a quantity in thousandths has a price. */
function rateOf({ quantity, price }: Pick<PastLine, 'quantity' | 'price'>): number {
  return Math.min(MAX_RATE, Math.round((price * THOUSAND) / quantity));
}

function at({ line }: OrderLineRow, column: string, code: string, message: string): RowError {
  return { line, column, code: `imports.${code}`, message };
}
