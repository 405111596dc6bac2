import type { PricingSettings } from './pricing-settings.dto.js';

/** Settings by their key. */
export interface Settings {
  readonly pricing: Readonly<PricingSettings>;
}

export type SettingsKey = keyof Settings;

/** The settings of a store in which no one has changed any. */
export const DEFAULT_SETTINGS: Settings = {
  pricing: { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0 },
};
