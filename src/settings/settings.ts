import type { DocumentSettings } from './document-settings.dto.js';
import type { LegalSettings } from './legal-settings.dto.js';
import type { PricingSettings } from './pricing-settings.dto.js';
import type { TaxSettings } from './tax-settings.dto.js';

/** Settings by their key. */
export interface Settings {
  /** Who sells. */
  readonly legal: Readonly<LegalSettings>;
  /** What the store charges besides the goods, and how it shows prices. */
  readonly pricing: Readonly<PricingSettings>;
  /** How the store is taxed. */
  readonly tax: Readonly<TaxSettings>;
  /** How documents are numbered. */
  readonly documents: Readonly<DocumentSettings>;
}

export type SettingsKey = keyof Settings;

/**
 * Returns the settings of a store in which no one has changed any.
 *
 * @param currency ISO 4217 code of the store's currency
 */
export function defaultSettings(currency: string): Settings {
  return {
    legal: {
      name: '',
      address: { line1: '', line2: '', city: '', postalCode: '' },
      taxNumber: '',
      licence: '',
    },
    pricing: {
      ...{ deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0 },
      unitPrice: currency === 'INR' ? 'in' : 'kg',
    },
    tax: {
      regime: currency === 'INR' ? 'gst_in' : 'vat',
      scheme: 'unregistered',
      state: null,
      defaultClassId: null,
      chargesClassId: null,
    },
    documents: {
      // The fiscal year of India begins with April.
      fiscalYearStart: currency === 'INR' ? '04-01' : '01-01',
      prefixes: {
        taxInvoice: 'INV',
        billOfSupply: 'BOS',
        invoiceCumBill: 'ICB',
        bill: 'BIL',
        creditNote: 'CN',
      },
    },
  };
}
