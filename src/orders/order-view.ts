import type { OrderDocumentView } from '../documents/documents.dto.js';
import { sum, type Charge } from '../rules/pricing/quote.js';
import { toIsoString } from '../platform/common/iso-time.js';
import { fromThousandths } from '../platform/common/money/quantity.js';
import type { OrderStatus } from '../rules/order-status/order-status.js';
import type { DiscountView } from './discounts/discounts.dto.js';
import type { OrderDiscount } from './discounts/order-discount.entity.js';
import type { OrderItem } from './order-item.entity.js';
import type { Order } from './order.entity.js';
import type { NamesByLanguage } from '../rules/texts/texts-by-language.js';
import type { OrderAddress, OrderItemView, OrderView } from './orders.dto.js';

/** A transition of an order with the username of the person who made it. */
export interface StatusChange {
  readonly status: OrderStatus;
  readonly at: number;
  readonly by: string;
  readonly note: string | null;
}

/** An order with the names of the people who placed it. */
export interface NamedOrder extends Omit<Order, 'addressId' | 'takenBy'> {
  /** Username of the person who placed the order: the customer, or the member of staff who took it. */
  readonly placedBy: string;
  /** Display name of the member of staff who took the order; null if the customer placed it. */
  readonly takenBy: string | null;
}

/** What an order consists of besides its own row. */
export interface OrderParts {
  readonly items: readonly OrderItem[];
  readonly charges: readonly Charge[];
  /** Of the order and of its items. */
  readonly discounts: readonly OrderDiscount[];
  /** In the order in which they were issued. */
  readonly documents: readonly OrderDocumentView[];
  /** Transitions after its placement, oldest first. */
  readonly changes: readonly StatusChange[];
}

/** Converts an order to its API representation. */
export function orderView(order: NamedOrder, parts: OrderParts): OrderView {
  const { items, charges, discounts, documents, changes } = parts;
  const discountsOf = (itemId: string | null): DiscountView[] => viewsOf(itemId, discounts);
  const placed: StatusChange = { status: 'placed', at: order.timestamp, by: order.placedBy, note: null };
  return {
    id: order.id,
    number: order.number,
    reference: order.reference,
    status: order.status,
    timestamp: toIsoString(order.timestamp),
    items: items.map((item) => itemView(item, discountsOf(item.id))),
    subtotal: sum(items.map(({ price }) => price)),
    charges: charges.map(({ kind, amount }) => ({ kind, amount })),
    discounts: discountsOf(null),
    total: order.total,
    placedTotal: order.placedTotal,
    documents: [...documents],
    currency: order.currency,
    address: JSON.parse(order.address) as OrderAddress,
    note: order.note,
    takenBy: order.takenBy,
    timeline: [placed, ...changes].map((change) => ({ ...change, at: toIsoString(change.at) })),
  };
}

function itemView(item: OrderItem, discounts: DiscountView[]): OrderItemView {
  const { id, productId, productName, productNames, unitType, ratePerUnit, mrp, price, orderedPrice } = item;
  return {
    ...{ id, productId, productName, unitType, ratePerUnit, mrp, discounts, price, orderedPrice },
    productNames: JSON.parse(productNames) as NamesByLanguage,
    quantity: fromThousandths(item.quantity),
    orderedQuantity: fromThousandths(item.orderedQuantity),
  };
}

/** @param itemId null for the discounts of the order itself */
function viewsOf(itemId: string | null, discounts: readonly OrderDiscount[]): DiscountView[] {
  return discounts
    .filter((discount) => discount.itemId === itemId)
    .map(({ id, label, amount }) => ({ id, label, amount }));
}
