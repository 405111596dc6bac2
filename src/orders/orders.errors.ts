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

/** The total is not what the shopper was shown. The new cart comes along, and nothing has happened. */
export class PriceChanged extends DomainError {
  readonly code = 'orders.price-changed';
  readonly kind = 'conflict';
  readonly title = 'The total has changed';

  constructor(expectedTotal: number, cart: CartView) {
    super('The total is no longer what was shown. Look at the cart again.', { expectedTotal, cart });
  }
}

/** Products of the cart are no longer sold. */
export class ProductsGone extends DomainError {
  readonly code = 'orders.products-gone';
  readonly kind = 'conflict';
  readonly title = 'Some of the cart is no longer sold';

  constructor(lines: readonly { readonly productId: string; readonly productName: string }[]) {
    super(`No longer sold: ${lines.map((line) => line.productName).join(', ')}. Take it out of the cart.`, {
      lines,
    });
  }
}

export class TransitionNotAllowed extends DomainError {
  readonly code = 'orders.transition-not-allowed';
  readonly kind = 'conflict';
  readonly title = 'The order cannot go there';

  constructor(from: OrderStatus, to: OrderStatus, allowed: readonly OrderStatus[]) {
    super(`An order that is ${from} cannot become ${to}.`, { from, to, allowed });
  }
}

/** The step is not the last one any more, was taken too long ago, or is one that has no way back. */
export class UndoNotPossible extends DomainError {
  readonly code = 'orders.undo-not-possible';
  readonly kind = 'conflict';
  readonly title = 'The step cannot be taken back';

  constructor(why: 'moved-on' | 'too-late' | 'for-good') {
    super(UNDO_REFUSALS[why], { why });
  }
}

const UNDO_REFUSALS = {
  'moved-on': 'The order is not in that status any more.',
  'too-late': 'The order came to its status too long ago: its customer relies on it by now.',
  'for-good':
    'What has been cancelled stays so: its stock may have been sold again. A new order can be placed.',
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
  readonly title = 'The Idempotency-Key was used for something else';

  constructor() {
    super('This key came with another body before. A new checkout needs a new key.');
  }
}

export class RequestInProgress extends DomainError {
  readonly code = 'orders.still-under-way';
  readonly kind = 'conflict';
  readonly title = 'This checkout is still under way';

  constructor() {
    super('A checkout with this key is being worked on. Ask again in a moment.', { retryAfterSeconds: 1 });
  }
}
