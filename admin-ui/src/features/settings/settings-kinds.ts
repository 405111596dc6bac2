import type { Schema } from 'ui-common/api/client';
import type { FieldError } from 'ui-common/forms/field-error';
import { UNIT_PRICE_FORMS } from 'ui-common/money/unit-price';
import { readMoney, typedMoney } from 'ui-common/money/typed-money';
import type { SettingsKey } from './settings';

type Pricing = Schema<'PricingSettings'>;
type Legal = Schema<'LegalSettings'>;
type Tax = Schema<'TaxSettings'>;
type Documents = Schema<'DocumentSettings'>;

/** Stands for the tax classes where they are what can be chosen. */
export const TAX_CLASSES = 'tax-classes';

/** Stands for the states of India where they are what can be chosen. */
export const GST_STATES = 'gst-states';

/** Settings as typed, by their field in the request, such as `value.deliveryFee`. */
export type Draft = Record<string, string>;

/** How settings of a kind are edited. `digits` are the decimal digits of the currency. */
export interface SettingsKind<Value> {
  /** Fields in their order on the screen. */
  readonly fields: readonly string[];
  /** Fields with a hint. */
  readonly hints: readonly string[];
  /** True if the typed fields are amounts of money. */
  readonly isMoney: boolean;
  /** Values of the fields that are chosen instead of typed. */
  readonly choices: Readonly<Record<string, readonly string[] | typeof TAX_CLASSES | typeof GST_STATES>>;
  /** Returns false for a field that does not apply to what is chosen. */
  readonly applies?: (field: string, draft: Draft) => boolean;
  readonly draftOf: (value: Value, digits: number) => Draft;
  readonly valueOf: (draft: Draft, digits: number) => Value;
}

const LEGAL_FIELDS = [
  'name',
  'address.line1',
  'address.line2',
  'address.city',
  'address.postalCode',
  'taxNumber',
  'licence',
] as const;

const legal: SettingsKind<Legal> = {
  fields: LEGAL_FIELDS,
  hints: ['taxNumber', 'licence'],
  isMoney: false,
  choices: {},
  draftOf: ({ address, ...value }) => ({
    'value.name': value.name,
    'value.address.line1': address.line1,
    'value.address.line2': address.line2,
    'value.address.city': address.city,
    'value.address.postalCode': address.postalCode,
    'value.taxNumber': value.taxNumber,
    'value.licence': value.licence,
  }),
  valueOf: (draft) => {
    const read = (field: (typeof LEGAL_FIELDS)[number]): string => (draft[`value.${field}`] ?? '').trim();
    return {
      name: read('name'),
      address: {
        line1: read('address.line1'),
        line2: read('address.line2'),
        city: read('address.city'),
        postalCode: read('address.postalCode'),
      },
      taxNumber: read('taxNumber').toUpperCase(),
      licence: read('licence'),
    };
  },
};

const FEES = ['deliveryFee', 'freeDeliveryFrom', 'packingFee'] as const;
const PRICING_FIELDS = [...FEES, 'unitPrice'] as const;

/** An empty amount is 0, or no limit. */
const pricing: SettingsKind<Pricing> = {
  fields: PRICING_FIELDS,
  hints: PRICING_FIELDS,
  isMoney: true,
  choices: { unitPrice: UNIT_PRICE_FORMS },
  draftOf: ({ deliveryFee, freeDeliveryFrom, packingFee, unitPrice }, digits) => ({
    'value.deliveryFee': typedMoney(deliveryFee, digits),
    'value.freeDeliveryFrom': freeDeliveryFrom === null ? '' : typedMoney(freeDeliveryFrom, digits),
    'value.packingFee': typedMoney(packingFee, digits),
    'value.unitPrice': unitPrice,
  }),
  valueOf: (draft, digits) => {
    const read = (field: (typeof FEES)[number]): number =>
      readMoney(draft[`value.${field}`] ?? '', digits) ?? 0;
    return {
      deliveryFee: read('deliveryFee'),
      // Delivery that is free from 0 on costs nothing, so that is no limit.
      freeDeliveryFrom: read('freeDeliveryFrom') || null,
      packingFee: read('packingFee'),
      unitPrice: draft['value.unitPrice'] as Pricing['unitPrice'],
    };
  },
};

const TAX_FIELDS = ['regime', 'scheme', 'state', 'defaultClassId', 'chargesClassId'] as const;

const isGst = (draft: Draft): boolean => draft['value.regime'] === 'gst_in';

const tax: SettingsKind<Tax> = {
  fields: TAX_FIELDS,
  hints: TAX_FIELDS,
  isMoney: false,
  choices: {
    regime: ['gst_in', 'vat'] satisfies Tax['regime'][],
    scheme: ['unregistered', 'regular', 'composition'] satisfies Tax['scheme'][],
    state: GST_STATES,
    defaultClassId: TAX_CLASSES,
    chargesClassId: TAX_CLASSES,
  },
  applies: (field, draft) => field !== 'state' || isGst(draft),
  draftOf: (value) => ({
    'value.regime': value.regime,
    'value.scheme': value.scheme,
    'value.state': value.state ?? '',
    'value.defaultClassId': value.defaultClassId ?? '',
    'value.chargesClassId': value.chargesClassId ?? '',
  }),
  valueOf: (draft) => ({
    regime: draft['value.regime'] as Tax['regime'],
    scheme: draft['value.scheme'] as Tax['scheme'],
    state: isGst(draft) ? ((draft['value.state'] || null) as Tax['state']) : null,
    defaultClassId: draft['value.defaultClassId'] || null,
    chargesClassId: draft['value.chargesClassId'] || null,
  }),
};

const DOCUMENT_FIELDS = [
  'fiscalYearStart',
  'prefixes.taxInvoice',
  'prefixes.billOfSupply',
  'prefixes.invoiceCumBill',
  'prefixes.bill',
  'prefixes.creditNote',
] as const;

const documents: SettingsKind<Documents> = {
  fields: DOCUMENT_FIELDS,
  hints: ['fiscalYearStart'],
  isMoney: false,
  choices: {},
  draftOf: ({ fiscalYearStart, prefixes }) => ({
    'value.fiscalYearStart': fiscalYearStart,
    'value.prefixes.taxInvoice': prefixes.taxInvoice,
    'value.prefixes.billOfSupply': prefixes.billOfSupply,
    'value.prefixes.invoiceCumBill': prefixes.invoiceCumBill,
    'value.prefixes.bill': prefixes.bill,
    'value.prefixes.creditNote': prefixes.creditNote,
  }),
  valueOf: (draft) => {
    const read = (field: (typeof DOCUMENT_FIELDS)[number]): string =>
      (draft[`value.${field}`] ?? '').trim().toUpperCase();
    return {
      fiscalYearStart: read('fiscalYearStart'),
      prefixes: {
        taxInvoice: read('prefixes.taxInvoice'),
        billOfSupply: read('prefixes.billOfSupply'),
        invoiceCumBill: read('prefixes.invoiceCumBill'),
        bill: read('prefixes.bill'),
        creditNote: read('prefixes.creditNote'),
      },
    };
  },
};

export const SETTINGS_KINDS = { legal, pricing, tax, documents } as const satisfies Readonly<
  Record<SettingsKey, unknown>
>;

/** Returns the field errors that can be found without the server. */
export function draftErrors(
  { fields, isMoney, choices }: Pick<SettingsKind<never>, 'fields' | 'isMoney' | 'choices'>,
  draft: Draft,
  digits: number,
): FieldError[] {
  if (!isMoney) return [];
  return fields
    .filter((name) => choices[name] === undefined)
    .map((name) => `value.${name}`)
    .filter((field) => draft[field]?.trim() !== '' && readMoney(draft[field] ?? '', digits) === undefined)
    .map((field) => ({ field, code: 'field.is-money' }));
}
