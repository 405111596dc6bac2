import type { Schema } from 'ui-common/api/client';
import { missingFields, type FieldError } from 'ui-common/forms/field-error';
import { fromThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { readMoney, typedMoney } from 'ui-common/money/typed-money';
import { readQuantity } from 'ui-common/quantity/typed-quantity';
import { EDITED_FIELDS } from './edited-fields';
import { isSame } from '../../../components/dialogs/conflict-row';

export type Product = Schema<'AdminProductView'>;
export type NewProduct = Schema<'CreateProductBody'>;
/** The changed fields of an edit. */
export type ProductChanges = Omit<Schema<'ChangeProductBody'>, 'version'>;

export type NetUnit = NonNullable<Product['netContent']>['unit'];

/** A product in the form: numbers as typed, under the field names of the request. */
export interface ProductDraft {
  name: string;
  sectionId: string;
  brand: string;
  /** Empty for none. */
  sku: string;
  /** Separated by commas. */
  otherNames: string;
  description: string;
  unitType: UnitType;
  ratePerUnit: string;
  /** Empty for none. */
  mrp: string;
  /** Empty for that of the settings. */
  taxClassId: string;
  /** Empty if unknown. */
  hsn: string;
  /** Empty if unknown. */
  netContent: string;
  netUnit: NetUnit;
  quantityStep: string;
  /** Opening stock; only for a new product. */
  quantityAvailable: string;
  lowStockThreshold: string;
  /** Empty for the usual limit of the unit. */
  maxPerOrder: string;
  /** Date such as "2026-11-25"; empty for none. */
  manufacturedOn: string;
  bestBefore: string;
  published: boolean;
}

/** Returns an empty form. */
export function emptyDraft(): ProductDraft {
  return {
    name: '',
    sectionId: '',
    brand: '',
    sku: '',
    otherNames: '',
    description: '',
    unitType: 'kg',
    ratePerUnit: '',
    mrp: '',
    taxClassId: '',
    hsn: '',
    netContent: '',
    netUnit: 'g',
    quantityStep: '1',
    quantityAvailable: '0',
    lowStockThreshold: '0',
    maxPerOrder: '',
    manufacturedOn: '',
    bestBefore: '',
    published: true,
  };
}

/** Returns the form for a product. @param digits decimal digits of the currency */
export function draftOf(product: Product, digits: number): ProductDraft {
  return {
    name: product.name,
    sectionId: product.sectionId,
    brand: product.brand,
    sku: product.sku ?? '',
    otherNames: product.otherNames.join(', '),
    description: product.description,
    unitType: product.unitType,
    ratePerUnit: typedMoney(product.ratePerUnit, digits),
    mrp: product.mrp === null ? '' : typedMoney(product.mrp, digits),
    taxClassId: product.taxClassId ?? '',
    hsn: product.hsn ?? '',
    netContent: String(product.netContent?.quantity ?? ''),
    netUnit: product.netContent?.unit ?? 'g',
    quantityStep: String(product.quantityStep),
    quantityAvailable: String(product.quantityAvailable),
    lowStockThreshold: String(product.lowStockThreshold),
    maxPerOrder: product.maxPerOrder === null ? '' : String(product.maxPerOrder),
    manufacturedOn: product.manufacturedOn ?? '',
    bestBefore: product.bestBefore ?? '',
    published: product.published,
  };
}

/** Returns the field errors that can be found without the server. */
export function validateDraft(draft: ProductDraft, digits: number): FieldError[] {
  const missing = missingFields(draft, ['name', 'sectionId', 'ratePerUnit', 'quantityStep']);
  const known = new Set(missing.map(({ field }) => field));
  const wrong = (field: keyof ProductDraft, code: string, isWrong: boolean): FieldError[] =>
    isWrong && !known.has(field) ? [{ field, code }] : [];
  const { unitType, manufacturedOn, bestBefore } = draft;
  const isBackwards = manufacturedOn !== '' && bestBefore !== '' && bestBefore < manufacturedOn;
  return [
    ...missing,
    ...wrong('ratePerUnit', 'field.is-money', readMoney(draft.ratePerUnit, digits) === undefined),
    ...wrong('mrp', 'field.is-money', readMrp(draft, digits) === undefined),
    ...wrong('ratePerUnit', 'catalog.above-mrp', isAboveMrp(draft, digits)),
    ...wrong('netContent', 'field.is-quantity', readContent(draft) === undefined),
    ...wrong('quantityStep', 'field.is-quantity', readQuantity(draft.quantityStep, unitType) === undefined),
    ...wrong(
      'quantityAvailable',
      'field.is-quantity',
      readAmount(draft.quantityAvailable, unitType) === undefined,
    ),
    ...wrong(
      'lowStockThreshold',
      'field.is-quantity',
      readAmount(draft.lowStockThreshold, unitType) === undefined,
    ),
    ...wrong('maxPerOrder', 'field.is-quantity', readLimit(draft) === undefined),
    ...wrong('maxPerOrder', 'catalog.max-below-step', isBelowStep(draft)),
    ...wrong('bestBefore', 'catalog.best-before-made', isBackwards),
  ];
}

/** Parses a quantity in units, zero included: "0", "12.5", or "750 g" for a product sold by the kg. */
export function readAmount(typed: string, unitType: UnitType): number | undefined {
  if (/^\s*[0०]*(?:\.[0०]*)?\s*$/.test(typed)) return 0;
  const thousandths = readQuantity(typed, unitType);
  return thousandths === undefined ? undefined : fromThousandths(thousandths);
}

/** Parses the maximum retail price: null for none; undefined if it is unreadable. */
function readMrp({ mrp }: ProductDraft, digits: number): number | null | undefined {
  return mrp.trim() === '' ? null : readMoney(mrp, digits);
}

function isAboveMrp(draft: ProductDraft, digits: number): boolean {
  return (readMoney(draft.ratePerUnit, digits) ?? 0) > (readMrp(draft, digits) ?? Infinity);
}

/** Parses the contents of a pack: null if unknown, and for what has none; undefined if they are unreadable or 0. */
function readContent({ netContent, netUnit, unitType }: ProductDraft): Product['netContent'] | undefined {
  if (netContent.trim() === '' || isMeasure(unitType)) return null;
  const thousandths = readQuantity(netContent, netUnit);
  return thousandths ? { quantity: fromThousandths(thousandths), unit: netUnit } : undefined;
}

/** Returns true for what is sold by weight or volume, which has no contents of a pack. */
export function isMeasure(unitType: UnitType): boolean {
  return ['kg', 'g', 'l', 'ml'].includes(unitType);
}

/** Parses the most per order in units: null for the usual limit of the unit; undefined if it is unreadable or 0. */
function readLimit({ maxPerOrder, unitType }: ProductDraft): number | null | undefined {
  if (maxPerOrder.trim() === '') return null;
  return readAmount(maxPerOrder, unitType) || undefined;
}

function isBelowStep(draft: ProductDraft): boolean {
  return (readLimit(draft) ?? Infinity) < (readAmount(draft.quantityStep, draft.unitType) ?? 0);
}

/** Returns the request body for a valid draft. */
export function bodyOf(draft: ProductDraft, digits: number): NewProduct {
  return {
    name: draft.name.trim(),
    sectionId: draft.sectionId,
    brand: draft.brand.trim(),
    sku: draft.sku.trim() || null,
    otherNames: namesOf(draft.otherNames),
    description: draft.description.trim(),
    unitType: draft.unitType,
    ratePerUnit: readMoney(draft.ratePerUnit, digits) ?? 0,
    mrp: readMrp(draft, digits) ?? null,
    taxClassId: draft.taxClassId || null,
    hsn: draft.hsn.replace(/[ .]/g, '') || null,
    netContent: readContent(draft) ?? null,
    quantityStep: readAmount(draft.quantityStep, draft.unitType) ?? 1,
    quantityAvailable: readAmount(draft.quantityAvailable, draft.unitType) ?? 0,
    lowStockThreshold: readAmount(draft.lowStockThreshold, draft.unitType) ?? 0,
    maxPerOrder: readLimit(draft) ?? null,
    manufacturedOn: draft.manufacturedOn || null,
    bestBefore: draft.bestBefore || null,
    published: draft.published,
  };
}

/** Splits names that are separated by commas or semicolons. */
function namesOf(typed: string): string[] {
  return typed
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Returns the fields that differ from the edited version. Only these are sent, so that concurrent edits of other fields stay. */
export function changesOf(product: Product, body: NewProduct): ProductChanges {
  return Object.fromEntries(
    EDITED_FIELDS.filter((field) => !isSame(body[field], product[field])).map((field) => [
      field,
      body[field],
    ]),
  );
}
