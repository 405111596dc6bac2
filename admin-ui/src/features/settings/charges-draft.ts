import type { FieldError } from 'ui-common/forms/field-error';
import { readMoney, typedMoney } from 'ui-common/money/typed-money';
import type { Pricing } from './settings';

/** What the store charges, as typed, under the field names of the request. An empty field is 0, or no limit. */
export interface ChargesDraft {
  'value.deliveryFee': string;
  'value.freeDeliveryFrom': string;
  'value.packingFee': string;
}

/** Fields of the form, in their order on the screen. */
export const CHARGE_FIELDS = ['deliveryFee', 'freeDeliveryFrom', 'packingFee'] as const;

export type ChargeField = (typeof CHARGE_FIELDS)[number];

/** Returns the form for what the store charges. @param digits decimal digits of the currency */
export function draftOf(pricing: Pricing, digits: number): ChargesDraft {
  const typed = (amount: number | null): string => (amount === null ? '' : typedMoney(amount, digits));
  return {
    'value.deliveryFee': typed(pricing.deliveryFee),
    'value.freeDeliveryFrom': typed(pricing.freeDeliveryFrom),
    'value.packingFee': typed(pricing.packingFee),
  };
}

/** Returns the field errors that can be found without the server. */
export function draftErrors(draft: ChargesDraft, digits: number): FieldError[] {
  return CHARGE_FIELDS.map((name) => `value.${name}` as const)
    .filter((field) => draft[field].trim() !== '' && readMoney(draft[field], digits) === undefined)
    .map((field) => ({ field, code: 'field.is-money' }));
}

/** Returns what the form says. Delivery that is free from 0 on costs nothing, so that is no limit. */
export function pricingOf(draft: ChargesDraft, digits: number): Pricing {
  const read = (field: ChargeField): number => readMoney(draft[`value.${field}`], digits) ?? 0;
  return {
    deliveryFee: read('deliveryFee'),
    freeDeliveryFrom: read('freeDeliveryFrom') || null,
    packingFee: read('packingFee'),
  };
}
