import type { LegalSettings } from './legal-settings.dto.js';
import type { PricingSettings } from './pricing-settings.dto.js';

/** Settings by their key. */
export interface Settings {
  /** Who sells. */
  readonly legal: Readonly<LegalSettings>;
  /** What the store charges besides the goods. */
  readonly pricing: Readonly<PricingSettings>;
}

export type SettingsKey = keyof Settings;

/** The settings of a store in which no one has changed any. */
export const DEFAULT_SETTINGS: Settings = {
  legal: {
    name: '',
    address: { line1: '', line2: '', city: '', postalCode: '' },
    taxNumber: '',
    licence: '',
  },
  pricing: { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0 },
};
