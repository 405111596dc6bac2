import { DomainError } from '../common/domain-error.js';

export class ProductNotFound extends DomainError {
  readonly code = 'catalog.product-not-found';
  readonly kind = 'not-found';
  readonly title = 'No such product';

  constructor() {
    super('There is no such product, or it is no longer sold.');
  }
}

export class SectionNotFound extends DomainError {
  readonly code = 'catalog.section-not-found';
  readonly kind = 'not-found';
  readonly title = 'No such section';

  constructor() {
    super('There is no such section.');
  }
}

export class SectionNameTaken extends DomainError {
  readonly code = 'catalog.section-name-taken';
  readonly kind = 'conflict';
  readonly title = 'The section exists already';

  /** @param field where the name stands in the body */
  constructor(name: string, field = 'name') {
    super(`There is a section named ${name} already.`, {
      errors: [{ field, code: 'catalog.section-name-taken', message: 'Another section has this name.' }],
    });
  }
}

/** An order of sections that names others than there are: one has been made or deleted meanwhile. */
export class SectionsChanged extends DomainError {
  readonly code = 'catalog.sections-changed';
  readonly kind = 'conflict';
  readonly title = 'There are other sections by now';

  constructor() {
    super('A section was made or deleted since you looked. Load them again and repeat your change.');
  }
}

export class SectionNotEmpty extends DomainError {
  readonly code = 'catalog.section-not-empty';
  readonly kind = 'conflict';
  readonly title = 'The section still has products';

  constructor(products: number) {
    super(`The section still has ${products} products. Say which section they go to.`, { products });
  }
}

export class ProductNameTaken extends DomainError {
  readonly code = 'catalog.product-name-taken';
  readonly kind = 'conflict';
  readonly title = 'The section has such a product already';

  constructor(name: string) {
    super(`The section has a product named ${name} already.`, {
      errors: [
        { field: 'name', code: 'catalog.product-name-taken', message: 'Another product has this name.' },
      ],
    });
  }
}

/** A product that keeps a change of many from being made, and why. */
export interface ProductInTheWay {
  readonly id: string;
  /** Null where there is no such product. */
  readonly name: string | null;
  readonly code: string;
  readonly message: string;
  /** Of one that somebody else has saved meanwhile. */
  readonly currentVersion?: number;
}

/** A change of many products that cannot be made of all of them, and so was made of none. */
export class BulkChangeRefused extends DomainError {
  readonly code = 'catalog.bulk-change-refused';
  readonly kind: 'conflict' | 'rule';
  readonly title = 'Nothing has been changed';

  constructor(products: readonly ProductInTheWay[]) {
    super(`Nothing has been changed, since ${products.length} of the products cannot be.`, { products });
    this.kind = products.every(({ code }) => code === 'catalog.rate-too-high') ? 'rule' : 'conflict';
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

/** The quantity is no positive multiple of what the product is sold in. */
export class QuantityStepBroken extends DomainError {
  readonly code = 'catalog.quantity-step';
  readonly kind = 'rule';
  readonly title = 'Not a quantity that can be ordered';

  /** @param quantityStep in units */
  constructor(productName: string, quantityStep: number, unitType: string) {
    const message = `${productName} is sold in steps of ${quantityStep} ${unitType}.`;
    super(message, {
      quantityStep,
      unitType,
      errors: [{ field: 'quantity', code: 'catalog.quantity-step', message }],
    });
  }
}

/** So little of a product that its price would round to nothing. */
export class PriceRoundsToZero extends DomainError {
  readonly code = 'catalog.price-rounds-to-zero';
  readonly kind = 'rule';
  readonly title = 'Too little to have a price';

  constructor(productName: string) {
    const message = `The price of so little ${productName} rounds to zero.`;
    super(message, { errors: [{ field: 'quantity', code: 'catalog.price-rounds-to-zero', message }] });
  }
}

export class ImageNotReadable extends DomainError {
  readonly code = 'catalog.image-not-readable';
  readonly kind = 'unsupported-media';
  readonly title = 'Not an image that the store takes';

  constructor() {
    super(
      'Send a JPEG, PNG, WebP or AVIF image of at most 5 MB and 40 megapixels as the file of a multipart form.',
    );
  }
}

export class ImageTooLarge extends DomainError {
  readonly code = 'catalog.image-too-large';
  readonly kind = 'too-large';
  readonly title = 'The image is too large';

  constructor() {
    super('An image may have 5 MB at most.');
  }
}
