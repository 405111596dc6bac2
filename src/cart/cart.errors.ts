import { DomainError } from '../platform/common/domain-error.js';

export class CartTooLarge extends DomainError {
  readonly code = 'cart.too-large';
  readonly kind = 'rule';
  readonly title = 'The cart is full';

  constructor(maxLines: number) {
    super(`A cart holds ${maxLines} different products at most.`, { maxLines });
  }
}
