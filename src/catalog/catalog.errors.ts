import { LANGUAGES } from '../platform/config/languages.js';
import { defineErrors } from '../platform/common/errors/define-errors.js';
import { unitError, unitMessage, type UnitChange } from './admin/unit-holders.js';

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

interface Moved {
  /** Current path of the resource in the API. */
  readonly location: string;
}

interface TakenCode {
  readonly code: string;
  /** Unknown if the other product has got the code at the same time. */
  readonly productName?: string;
  /** Path of the code in the body. */
  readonly field?: string;
}

/** Conflicts that another rate resolves. */
const RATE_CONFLICTS: ReadonlySet<string> = new Set(['catalog.above-mrp', 'catalog.rate-too-high']);

interface BulkConflicts {
  readonly products: readonly BulkConflict[];
}

export const catalogErrors = defineErrors('catalog', {
  'section-not-found': {
    kind: 'not-found',
    title: 'No such section',
    detail: 'There is no such section.',
  },
  'language-not-found': {
    kind: 'not-found',
    title: 'No such language',
    detail: `The shop has these languages: ${LANGUAGES.join(', ')}.`,
    audience: 'api',
  },
  /** Requested by a slug that the section had before it was renamed, or that of a deleted section with its products. */
  'section-moved': {
    kind: 'moved',
    title: 'The section has a new address',
    detail: ({ location }: Moved) => `The section is at ${location} now.`,
    extensions: ({ location }: Moved) => ({ location }),
    audience: 'api',
  },
  /** Requested by a slug that the product had before it was renamed. */
  'product-moved': {
    kind: 'moved',
    title: 'The product has a new address',
    detail: ({ location }: Moved) => `The product is at ${location} now.`,
    extensions: ({ location }: Moved) => ({ location }),
    audience: 'api',
  },
  'section-name-taken': {
    kind: 'conflict',
    title: 'The section exists already',
    detail: ({ name }: { name: string }) => `There is a section named ${name} already.`,
    /** @param field path of the name in the body */
    extensions: ({ field = 'name' }: { field?: string }) => ({
      errors: [{ field, code: 'catalog.section-name-taken', message: 'Another section has this name.' }],
    }),
  },
  'too-many-sections': {
    kind: 'conflict',
    title: 'The store has too many sections',
    detail: ({ max }: { max: number }) =>
      `A store can have ${max} sections at most. Delete or rename another.`,
    extensions: ({ max }: { max: number }) => ({ max }),
  },
  /** A new order does not list exactly the existing sections: one was created or deleted in the meantime. */
  'sections-changed': {
    kind: 'conflict',
    title: 'The sections have changed',
    detail: 'A section was created or deleted since you loaded them. Load them again and repeat your change.',
  },
  'section-not-empty': {
    kind: 'conflict',
    title: 'The section still has products',
    detail: ({ products }: { products: number }) =>
      `The section still has ${products} products. Choose a section to move them to.`,
    extensions: ({ products }: { products: number }) => ({ products }),
  },
  'synonyms-not-found': {
    kind: 'not-found',
    title: 'No such synonyms',
    detail: 'There are no such synonyms.',
  },
  'too-many-synonyms': {
    kind: 'conflict',
    title: 'The thesaurus is full',
    detail: ({ max }: { max: number }) => `The thesaurus can have ${max} groups of synonyms at most.`,
    extensions: ({ max }: { max: number }) => ({ max }),
  },
  'wish-not-found': {
    kind: 'not-found',
    title: 'No such wish',
    detail: 'There is no such wish.',
  },
  'product-name-taken': {
    kind: 'conflict',
    title: 'The section already has a product of this name',
    detail: ({ name }: { name: string }) => `The section has a product named ${name} already.`,
    extensions: () => ({
      errors: [
        { field: 'name', code: 'catalog.product-name-taken', message: 'Another product has this name.' },
      ],
    }),
  },
  /** An SKU or a barcode. */
  'code-taken': {
    kind: 'conflict',
    title: 'Another product has the code',
    detail: ({ code, productName }: TakenCode) =>
      `${productName ?? 'Another product'} has the code ${code} already.`,
    extensions: ({ field = 'sku', productName }: TakenCode) => ({
      productName: productName ?? null,
      errors: [{ field, code: 'catalog.code-taken', message: 'Another product has this code.' }],
    }),
  },
  /** The unit of a product that something counts in it. */
  'unit-in-use': {
    kind: 'conflict',
    title: 'The unit cannot be changed',
    detail: unitMessage,
    extensions: (change: UnitChange) => ({
      holders: change.holders,
      unitWas: change.unitWas,
      unitNow: change.unitNow,
      errors: [unitError(change)],
    }),
  },
  /** A bulk update that is impossible for some of its products, so that none was changed. */
  'bulk-change-refused': {
    kind: 'conflict',
    otherKind: {
      kind: 'rule',
      when: ({ products }: BulkConflicts) => products.every(({ code }) => RATE_CONFLICTS.has(code)),
    },
    title: 'Nothing has been changed',
    detail: ({ products }: BulkConflicts) =>
      `Nothing has been changed, since ${products.length} of the products cannot be changed.`,
    extensions: ({ products }: BulkConflicts) => ({ products }),
  },
  'image-not-readable': {
    kind: 'unsupported-media',
    title: 'Unsupported image',
    detail:
      'Send a JPEG, PNG, WebP or AVIF image of at most 5 MB and 40 megapixels as the file of a multipart form.',
  },
  'image-too-large': {
    kind: 'too-large',
    title: 'The image is too large',
    detail: 'An image may have 5 MB at most.',
  },
  'image-too-many-pixels': {
    kind: 'too-large',
    title: 'The image has too many pixels',
    detail: ({ megapixels, max }: { megapixels: number; max: number }) =>
      `An image may have ${max} megapixels at most; this one has ${megapixels}.`,
    extensions: ({ max }: { max: number }) => ({ max }),
  },
  /** Only one of two images for one version of a product could be kept. */
  'image-under-way': {
    kind: 'conflict',
    title: 'Another image is on its way',
    detail: 'Another image of this product is being uploaded. Wait for it, then load the product again.',
  },
  /** The server decodes a few images at a time, and some more are waiting. */
  'images-busy': {
    kind: 'limited',
    title: 'Too many images at once',
    detail: 'Many images are being uploaded. Please try again in a few seconds.',
    extensions: () => ({ retryAfterSeconds: 5 }),
  },
});
