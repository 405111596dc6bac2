import { DomainError } from '../platform/common/domain-error.js';

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
