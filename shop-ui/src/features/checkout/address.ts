import type { Schema } from 'ui-common/api/client';
import { isRecord } from '../cart/guest/product-snapshot';

export type Address = Schema<'Address'>;
export type AddressField = keyof Address;

/** In display order. */
export const ADDRESS_FIELDS = ['name', 'phone', 'line1', 'line2', 'city', 'postalCode', 'state'] as const;
export const REQUIRED_FIELDS = ['name', 'phone', 'line1', 'city', 'postalCode'] as const;

/** An address in a form, with every field present. */
export type AddressDraft = Record<AddressField, string>;

/** Returns a draft filled with the given fields. */
export function draftOf(address: Partial<Address> = {}): AddressDraft {
  return {
    name: address.name ?? '',
    phone: address.phone ?? '',
    line1: address.line1 ?? '',
    line2: address.line2 ?? '',
    city: address.city ?? '',
    postalCode: address.postalCode ?? '',
    state: address.state ?? '',
  };
}

/** Reads a stored address and ignores invalid fields. */
export function readAddress(stored: unknown): Partial<Address> | undefined {
  if (!isRecord(stored)) return undefined;
  const texts = ADDRESS_FIELDS.map((field) => [field, stored[field]] as const);
  return Object.fromEntries(texts.filter(([, text]) => typeof text === 'string' && text !== ''));
}

/** Returns the address for the API: trimmed, and without an empty second line or state. */
export function addressOf(draft: AddressDraft): Address {
  const { line2, state, ...rest } = Object.fromEntries(
    ADDRESS_FIELDS.map((field) => [field, draft[field].trim()]),
  ) as AddressDraft;
  return { ...rest, ...(line2 !== '' && { line2 }), ...(state !== '' && { state }) };
}

/** Returns the required fields that are still empty. */
export function missingFields(draft: AddressDraft): (typeof REQUIRED_FIELDS)[number][] {
  return REQUIRED_FIELDS.filter((field) => draft[field].trim() === '');
}
