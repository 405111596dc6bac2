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

  /** @param field path of the name in the body */
  constructor(name: string, field = 'name') {
    super(`There is a section named ${name} already.`, {
      errors: [{ field, code: 'catalog.section-name-taken', message: 'Another section has this name.' }],
    });
  }
}

/** A new order does not list exactly the existing sections: one was created or deleted in the meantime. */
export class SectionsChanged extends DomainError {
  readonly code = 'catalog.sections-changed';
  readonly kind = 'conflict';
  readonly title = 'The sections have changed';

  constructor() {
    super('A section was created or deleted since you loaded them. Load them again and repeat your change.');
  }
}

export class SectionNotEmpty extends DomainError {
  readonly code = 'catalog.section-not-empty';
  readonly kind = 'conflict';
  readonly title = 'The section still has products';

  constructor(products: number) {
    super(`The section still has ${products} products. Choose a section to move them to.`, { products });
  }
}

export class ProductNameTaken extends DomainError {
  readonly code = 'catalog.product-name-taken';
  readonly kind = 'conflict';
  readonly title = 'The section already has a product of this name';

  constructor(name: string) {
    super(`The section has a product named ${name} already.`, {
      errors: [
        { field: 'name', code: 'catalog.product-name-taken', message: 'Another product has this name.' },
      ],
    });
  }
}

/** A product that prevents a bulk update, and the reason. */
export interface BulkConflict {
  readonly id: string;
  /** Null if there is no such product. */
  readonly name: string | null;
  readonly code: string;
  readonly message: string;
  /** Set if another user has saved the product in the meantime. */
  readonly currentVersion?: number;
}

/** A bulk update that is impossible for some of its products, so that none was changed. */
export class BulkChangeRefused extends DomainError {
  readonly code = 'catalog.bulk-change-refused';
  readonly kind: 'conflict' | 'rule';
  readonly title = 'Nothing has been changed';

  constructor(products: readonly BulkConflict[]) {
    super(`Nothing has been changed, since ${products.length} of the products cannot be changed.`, {
      products,
    });
    this.kind = products.every(({ code }) => code === 'catalog.rate-too-high') ? 'rule' : 'conflict';
  }
}

export class ImageNotReadable extends DomainError {
  readonly code = 'catalog.image-not-readable';
  readonly kind = 'unsupported-media';
  readonly title = 'Unsupported image';

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
