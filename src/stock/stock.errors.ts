import { DomainError } from '../platform/common/domain-error.js';

export class ProductNotFound extends DomainError {
  readonly code = 'catalog.product-not-found';
  readonly kind = 'not-found';
  readonly title = 'No such product';

  constructor() {
    super('There is no such product, or it is no longer sold.');
  }
}

/** An order line that exceeds the stock. Quantities in units. */
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
  readonly title = 'Stock cannot go below zero';

  /** @param available in units */
  constructor(available: number) {
    super(`Only ${available} are in stock; no more than that can be removed.`, { available });
  }
}

export class StockTooLarge extends DomainError {
  readonly code = 'catalog.stock-too-large';
  readonly kind = 'rule';
  readonly title = 'Stock limit exceeded';

  constructor() {
    super('The stock would exceed the limit for one product.');
  }
}
