import type { Schema } from 'ui-common/api/client';
import { missingFields, type FieldError } from 'ui-common/forms/field-error';
import { fromThousandths, toThousandths, type UnitType } from 'ui-common/quantity/quantity';

export type Product = Schema<'ProductView'>;
type OrderBody = Schema<'TakeOrderBody'>;
export type KnownAddress = Pick<Schema<'CustomerAddressView'>, keyof Schema<'Address'>>;

/** A product and how much of it the customer wants. */
export interface DraftLine {
  readonly productId: string;
  readonly name: string;
  readonly unitType: UnitType;
  /** Thousandths of the unit. */
  readonly quantity: number;
}

/** An order while the customer is on the telephone. Its fields are those of the request, without their path. */
export interface OrderDraft {
  /** ID of the customer; empty for none, and for a new one. */
  customerId: string;
  isNewCustomer: boolean;
  displayName: string;
  email: string;
  /** True if the address is typed rather than chosen. */
  isOtherAddress: boolean;
  name: string;
  phone: string;
  line1: string;
  line2: string;
  city: string;
  postalCode: string;
  /** GST code; empty for the state of the store. */
  state: string;
  note: string;
  lines: DraftLine[];
  /** The latest attempt: the same content is sent with the same Idempotency-Key, also after a reload. */
  attempt: { readonly key: string; readonly content: string } | null;
}

const ADDRESS_FIELDS = ['name', 'phone', 'line1', 'line2', 'city', 'postalCode', 'state'] as const;
type AddressField = (typeof ADDRESS_FIELDS)[number];
const REQUIRED_FIELDS = ['name', 'phone', 'line1', 'city', 'postalCode'] as const;

export function emptyDraft(): OrderDraft {
  return {
    customerId: '',
    isNewCustomer: false,
    displayName: '',
    email: '',
    isOtherAddress: false,
    ...{ name: '', phone: '', line1: '', line2: '', city: '', postalCode: '', state: '' },
    note: '',
    lines: [],
    attempt: null,
  };
}

/** Returns true if nothing has been entered besides the customer. */
export function isEmpty(draft: OrderDraft): boolean {
  const { isNewCustomer, isOtherAddress, lines, note } = draft;
  return !isNewCustomer && !isOtherAddress && lines.length === 0 && note.trim() === '';
}

/** Puts the chosen address into the fields. */
export function chooseAddress(draft: OrderDraft, address: KnownAddress): void {
  for (const field of ADDRESS_FIELDS) draft[field] = address[field] ?? '';
  draft.isOtherAddress = false;
}

/** Empties the address of another customer. */
export function clearAddress(draft: OrderDraft): void {
  for (const field of ADDRESS_FIELDS) draft[field] = '';
  draft.isOtherAddress = false;
}

/** Empties the fields for another address. The name and the telephone number are likely to stay. */
export function typeOtherAddress(draft: OrderDraft): void {
  Object.assign(draft, { line1: '', line2: '', postalCode: '', isOtherAddress: true });
}

export function hasAddress(draft: OrderDraft, address: KnownAddress): boolean {
  return !draft.isOtherAddress && ADDRESS_FIELDS.every((field) => (address[field] ?? '') === draft[field]);
}

/** Adds a step of a product. Returns false if the order has the product already. */
export function addLine({ lines }: OrderDraft, { id, name, unitType, quantityStep }: Product): boolean {
  if (lines.some(({ productId }) => productId === id)) return false;
  lines.push({ productId: id, name, unitType, quantity: toThousandths(quantityStep) });
  return true;
}

/** Returns the fields that are still empty, in the order of the page. */
export function missingOf(draft: OrderDraft): FieldError[] {
  return [
    ...(draft.customerId === '' && !draft.isNewCustomer
      ? [{ field: 'customerId', code: 'orders.one-customer' }]
      : []),
    ...(draft.isNewCustomer ? missingFields(draft, ['displayName']) : []),
    ...(draft.lines.length === 0 ? [{ field: 'lines', code: 'field.required' }] : []),
    ...missingFields(draft, REQUIRED_FIELDS),
  ];
}

/** Returns the request. @param expectedTotal what the page shows, in minor units */
export function bodyOf(draft: OrderDraft, expectedTotal: number): OrderBody {
  const { isNewCustomer, customerId, note, lines } = draft;
  const trimmed = (field: AddressField | 'displayName' | 'email'): string => draft[field].trim();
  const [email, line2, state] = [trimmed('email'), trimmed('line2'), trimmed('state')];
  const newCustomer = { displayName: trimmed('displayName'), ...(email !== '' && { email }) };
  return {
    ...(isNewCustomer ? { newCustomer } : { customerId }),
    address: {
      name: trimmed('name'),
      phone: trimmed('phone'),
      line1: trimmed('line1'),
      ...(line2 !== '' && { line2 }),
      city: trimmed('city'),
      postalCode: trimmed('postalCode'),
      ...(state !== '' && { state }),
    },
    ...(note.trim() !== '' && { note: note.trim() }),
    lines: linesOf(lines),
    expectedTotal,
  };
}

/** Returns lines as requests carry them. */
export function linesOf(lines: readonly DraftLine[]): Schema<'TakenLine'>[] {
  return lines.map(({ productId, quantity, unitType }) => ({
    productId,
    quantity: fromThousandths(quantity),
    unitType,
  }));
}
