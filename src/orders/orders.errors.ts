import type { CartView } from '../cart/cart.dto.js';
import { DomainError } from '../common/domain-error.js';
import type { OrderStatus } from './order-status.js';

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

export class StillUnderWay extends DomainError {
  readonly code = 'orders.still-under-way';
  readonly kind = 'conflict';
  readonly title = 'This checkout is still under way';

  constructor() {
    super('A checkout with this key is being worked on. Ask again in a moment.', { retryAfterSeconds: 1 });
  }
}
