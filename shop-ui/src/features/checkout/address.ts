import type { Schema } from 'ui-common/api/client';
import { isRecord } from '../cart/guest/product-snapshot';

export type Address = Schema<'Address'>;
export type AddressField = keyof Address;

/** In the order in which they are asked for. */
export const ADDRESS_FIELDS = ['name', 'phone', 'line1', 'line2', 'city', 'postalCode'] as const;
export const REQUIRED_FIELDS = ['name', 'phone', 'line1', 'city', 'postalCode'] as const;

/** An address as it is being typed: every field is there. */
export type AddressDraft = Record<AddressField, string>;

/** A draft with what is known of it. */
export function draftOf(known: Partial<Address> = {}): AddressDraft {
  return {
    name: known.name ?? '',
    phone: known.phone ?? '',
    line1: known.line1 ?? '',
    line2: known.line2 ?? '',
    city: known.city ?? '',
    postalCode: known.postalCode ?? '',
  };
}

/** An address as the browser kept it, as far as it is one. */
export function readAddress(kept: unknown): Partial<Address> | undefined {
  if (!isRecord(kept)) return undefined;
  const texts = ADDRESS_FIELDS.map((field) => [field, kept[field]] as const);
  return Object.fromEntries(texts.filter(([, text]) => typeof text === 'string' && text !== ''));
}

/** What is sent: without blanks around, and without a second line where there is none. */
export function addressOf(draft: AddressDraft): Address {
  const { line2, ...rest } = Object.fromEntries(
    ADDRESS_FIELDS.map((field) => [field, draft[field].trim()]),
  ) as AddressDraft;
  return line2 === '' ? rest : { ...rest, line2 };
}

/** The required fields that are still empty. */
export function missingFields(draft: AddressDraft): (typeof REQUIRED_FIELDS)[number][] {
  return REQUIRED_FIELDS.filter((field) => draft[field].trim() === '');
}
