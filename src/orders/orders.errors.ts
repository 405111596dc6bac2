import type { CartView } from '../cart/cart.dto.js';
import { DomainError } from '../platform/common/domain-error.js';
import type { OrderStatus } from '../rules/order-status/order-status.js';

export class OrderNotFound extends DomainError {
  readonly code = 'orders.not-found';
  readonly kind = 'not-found';
  readonly title = 'No such order';

  constructor() {
    super('There is no such order.');
  }
}

export class CartEmpty extends DomainError {
  readonly code = 'orders.cart-empty';
  readonly kind = 'rule';
  readonly title = 'The cart is empty';

  constructor() {
    super('Put something into the cart first.');
  }
}

/** The total differs from the one that the shopper saw. The error carries the current cart; nothing was ordered. */
export class PriceChanged extends DomainError {
  readonly code = 'orders.price-changed';
  readonly kind = 'conflict';
  readonly title = 'The total has changed';

  constructor(expectedTotal: number, cart: CartView) {
    super('The total is no longer what was shown. Look at the cart again.', { expectedTotal, cart });
  }
}

/** The cart contains products that are no longer sold. */
export class ProductsGone extends DomainError {
  readonly code = 'orders.products-gone';
  readonly kind = 'conflict';
  readonly title = 'Some products in the cart are no longer sold';

  constructor(lines: readonly { readonly productId: string; readonly productName: string }[]) {
    super(`No longer sold: ${lines.map((line) => line.productName).join(', ')}. Remove them from the cart.`, {
      lines,
    });
  }
}

export class TransitionNotAllowed extends DomainError {
  readonly code = 'orders.transition-not-allowed';
  readonly kind = 'conflict';
  readonly title = 'Status change not allowed';

  constructor(from: OrderStatus, to: OrderStatus, allowed: readonly OrderStatus[]) {
    super(`An order that is ${from} cannot become ${to}.`, { from, to, allowed });
  }
}

/** The transition is no longer the latest, is too old, or cannot be undone at all. */
export class UndoNotPossible extends DomainError {
  readonly code = 'orders.undo-not-possible';
  readonly kind = 'conflict';
  readonly title = 'The status change cannot be undone';

  constructor(why: 'moved-on' | 'too-late' | 'for-good') {
    super(UNDO_REFUSALS[why], { why });
  }
}

const UNDO_REFUSALS = {
  'moved-on': 'The order is no longer in that status.',
  'too-late': 'The status was set too long ago: the customer relies on it by now.',
  'for-good': 'A cancellation is final, since the stock may have been sold again. Place a new order instead.',
} as const;

export class IdempotencyKeyMissing extends DomainError {
  readonly code = 'orders.idempotency-key-missing';
  readonly kind = 'malformed';
  readonly title = 'The Idempotency-Key is missing';

  constructor() {
    super(
      'Send an Idempotency-Key header of 1 to 255 printable ASCII characters, a new one for each checkout.',
    );
  }
}

export class IdempotencyKeyReused extends DomainError {
  readonly code = 'orders.idempotency-key-reused';
  readonly kind = 'rule';
  readonly title = 'The Idempotency-Key was used for another request';

  constructor() {
    super('This key was already used with another body. A new checkout needs a new key.');
  }
}

export class RequestInProgress extends DomainError {
  readonly code = 'orders.still-under-way';
  readonly kind = 'conflict';
  readonly title = 'This checkout is still in progress';

  constructor() {
    super('A checkout with this key is being processed. Try again in a moment.', { retryAfterSeconds: 1 });
  }
}
