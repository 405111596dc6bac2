import { DomainError } from '../platform/common/domain-error.js';

export class ProductNotFound extends DomainError {
  readonly code = 'catalog.product-not-found';
  readonly kind = 'not-found';
  readonly title = 'No such product';

  constructor() {
    super('There is no such product, or it is no longer sold.');
  }
}

/** What a shopper asked for beyond what is left. Quantities in units. */
export interface Shortage {
  readonly productId: string;
  readonly productName: string;
  readonly requested: number;
  readonly available: number;
}

export class OutOfStock extends DomainError {
  readonly code = 'catalog.out-of-stock';
  readonly kind = 'conflict';
  readonly title = 'Not enough in stock';

  constructor(lines: readonly Shortage[]) {
    const names = lines.map(({ productName, available }) => `${productName} (${available} left)`);
    super(`There is not enough of ${names.join(', ')}.`, { lines });
  }
}

export class StockBelowZero extends DomainError {
  readonly code = 'catalog.stock-below-zero';
  readonly kind = 'conflict';
  readonly title = 'More than there is';

  /** @param available in units */
  constructor(available: number) {
    super(`Only ${available} are in stock; no more than that can go out.`, { available });
  }
}

export class StockTooLarge extends DomainError {
  readonly code = 'catalog.stock-too-large';
  readonly kind = 'rule';
  readonly title = 'More than the store can hold';

  constructor() {
    super('The stock would be larger than the store keeps of one product.');
  }
}
