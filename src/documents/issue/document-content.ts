import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../platform/common/canonical-json.js';
import type { DocumentKind } from '../../rules/documents/document-kind.js';
import type { DocumentLine } from '../../rules/documents/document-lines.js';
import type { TaxRegime, TaxScheme } from '../../rules/pricing/tax.js';
import type { LegalSettings } from '../../settings/legal-settings.dto.js';

/** All that a document states besides the buyer. Its PDF is made of both alone. */
export interface DocumentContent {
  readonly kind: DocumentKind;
  readonly number: string;
  /** ISO 8601, in UTC. */
  readonly issuedAt: string;
  /** Day of the issue in the store's time zone, YYYY-MM-DD. */
  readonly issuedOn: string;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47: the form of numbers and days in the PDF. */
  readonly locale: string;
  readonly order: { readonly number: string; readonly placedOn: string };
  readonly seller: Readonly<LegalSettings>;
  readonly tax: { readonly regime: TaxRegime; readonly scheme: TaxScheme };
  /** GST code of the state of the delivery, by which the tax is split; missing outside India, and if it is not known. */
  readonly placeOfSupply?: string;
  /** Of a credit note, what it credits and why; null for the other kinds. */
  readonly credits: {
    readonly number: string;
    readonly issuedOn: string;
    readonly reason: string;
  } | null;
  readonly lines: readonly ContentLine[];
  /** Minor units. */
  readonly total: number;
  /** SHA-256 of the buyer's JSON, in hex: the content stays provable when the buyer is removed. */
  readonly buyerSha256: string;
}

export type ContentLine = Omit<DocumentLine, 'itemId' | 'chargeId' | 'taxClassId'>;

/** The person or business that a document is addressed to. */
export interface Buyer {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly postalCode: string;
  /** GST code of the state in a store under the Indian GST, any text elsewhere. */
  readonly state?: string;
}

/** Returns the JSON of a buyer. A random salt keeps the hash from revealing a name that someone guesses. */
export function buyerJson({ name, line1, line2 = '', city, postalCode, state }: Buyer): string {
  const salt = randomBytes(16).toString('hex');
  return canonicalJson({
    ...{ name, line1, city, postalCode, salt },
    ...(line2 === '' ? {} : { line2 }),
    ...(state === undefined ? {} : { state }),
  });
}
