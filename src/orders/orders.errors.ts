import type { CartView } from '../cart/cart.dto.js';
import { defineErrors } from '../platform/common/errors/define-errors.js';
import type { UnitType } from '../platform/common/money/unit-type.js';
import type { OrderStatus } from '../rules/order-status/order-status.js';
import type { ReachedLimit } from './checkout/order-limits.js';

const UNDO_REFUSALS = {
  'moved-on': 'The order is no longer in that status.',
  'too-late': 'The status was set too long ago: the customer relies on it by now.',
  imported: 'The order was imported from another system, where it was finished.',
  'for-good': 'A cancellation is final, since the stock may have been sold again. Place a new order instead.',
} as const;

interface ProductsGone {
  readonly lines: readonly { readonly productId: string; readonly productName: string }[];
}

interface ChangedUnits {
  readonly lines: readonly {
    readonly productId: string;
    readonly productName: string;
    readonly unitWas: UnitType;
    readonly unitNow: UnitType;
  }[];
}

const LIMIT_DETAILS: Readonly<Record<ReachedLimit['limit'], (max: number) => string>> = {
  orders: (max) => `An account can place ${max} orders an hour.`,
  units: (max) => `An account can order ${max} units of all products together in an hour.`,
};

interface RefusedTransition {
  readonly from: OrderStatus;
  readonly to: OrderStatus;
  readonly allowed: readonly OrderStatus[];
}

interface RefusedUndo {
  readonly why: keyof typeof UNDO_REFUSALS;
}

export const orderErrors = defineErrors('orders', {
  'not-found': {
    kind: 'not-found',
    title: 'No such order',
    detail: 'There is no such order.',
  },
  'cart-empty': {
    kind: 'rule',
    title: 'The cart is empty',
    detail: 'Put something into the cart first.',
  },
  /** The total differs from the one that the shopper saw. The error carries the current cart; nothing was ordered. */
  'price-changed': {
    kind: 'conflict',
    title: 'The total has changed',
    detail: 'The total is no longer what was shown. Look at the cart again.',
    extensions: ({ expectedTotal, cart }: { expectedTotal: number; cart: CartView }) => ({
      expectedTotal,
      cart,
    }),
  },
  /** The cart contains products that are no longer sold. */
  'products-gone': {
    kind: 'conflict',
    title: 'Some products in the cart are no longer sold',
    detail: ({ lines }: ProductsGone) =>
      `No longer sold: ${lines.map((line) => line.productName).join(', ')}. Remove them from the cart.`,
    extensions: ({ lines }: ProductsGone) => ({ lines }),
  },
  /** Quantities in the cart were chosen in units that the products no longer have. */
  'units-changed': {
    kind: 'conflict',
    title: 'Some products in the cart are sold in another unit now',
    detail: ({ lines }: ChangedUnits) =>
      `Sold in another unit now: ${lines.map((line) => line.productName).join(', ')}. Choose their quantities again.`,
    extensions: ({ lines }: ChangedUnits) => ({ lines }),
  },
  /** The account has ordered too often or too much within the last hour. Nothing was ordered. */
  'too-many': {
    kind: 'limited',
    title: 'Too many orders',
    detail: ({ limit, max, retryAfterSeconds }: ReachedLimit) =>
      `${LIMIT_DETAILS[limit](max)} Try again in ${Math.ceil(retryAfterSeconds / 60)} min.`,
    extensions: ({ limit, max, retryAfterSeconds }: ReachedLimit) => ({ limit, max, retryAfterSeconds }),
  },
  /** The order alone is more than an account can order in an hour. */
  'too-large': {
    kind: 'rule',
    title: 'The order is too large',
    detail: ({ maxUnits }: { maxUnits: number }) =>
      `An order can have ${maxUnits} units of all products together. Ask the store for more.`,
    extensions: ({ maxUnits }: { maxUnits: number }) => ({ maxUnits }),
  },
  'transition-not-allowed': {
    kind: 'conflict',
    title: 'Status change not allowed',
    detail: ({ from, to }: RefusedTransition) => `An order that is ${from} cannot become ${to}.`,
    extensions: ({ from, to, allowed }: RefusedTransition) => ({ from, to, allowed }),
  },
  /** The transition is no longer the latest, is too old, or cannot be undone at all. */
  'undo-not-possible': {
    kind: 'conflict',
    title: 'The status change cannot be undone',
    detail: ({ why }: RefusedUndo) => UNDO_REFUSALS[why],
    extensions: ({ why }: RefusedUndo) => ({ why }),
  },
  /** The goods have left the store, or the order was cancelled. */
  'not-discountable': {
    kind: 'conflict',
    title: 'No discount is possible any more',
    detail: ({ status }: { status: OrderStatus }) => `The order is ${status}: its total no longer changes.`,
    extensions: ({ status }: { status: OrderStatus }) => ({ orderStatus: status }),
  },
  'discount-too-high': {
    kind: 'rule',
    title: 'The discount is too high',
    detail: 'All discounts together are at most what the goods cost.',
    extensions: ({ max }: { max: number }) => ({ max }),
  },
  'too-many-discounts': {
    kind: 'rule',
    title: 'The order has too many discounts',
    detail: ({ max }: { max: number }) => `An order can have at most ${max} discounts.`,
    extensions: ({ max }: { max: number }) => ({ max }),
  },
  'discount-not-found': {
    kind: 'not-found',
    title: 'No such discount',
    detail: 'The order has no such discount. It may have been taken back already.',
  },
  'idempotency-key-missing': {
    kind: 'malformed',
    title: 'The Idempotency-Key is missing',
    detail:
      'Send an Idempotency-Key header of 1 to 255 printable ASCII characters, a new one for each checkout.',
  },
  'idempotency-key-reused': {
    kind: 'rule',
    title: 'The Idempotency-Key was used for another request',
    detail: 'This key was already used with another body. A new checkout needs a new key.',
  },
  'still-under-way': {
    kind: 'conflict',
    title: 'This checkout is still in progress',
    detail: 'A checkout with this key is being processed. Try again in a moment.',
    extensions: () => ({ retryAfterSeconds: 1 }),
  },
});
