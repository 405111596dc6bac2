import type { Schema } from 'ui-common/api/client';
import { missing, type Fault } from 'ui-common/common/fault';
import { fromThousandths, type UnitType } from 'ui-common/quantity/quantity';
import { readMoney, typedMoney } from 'ui-common/money/typed-money';
import { readQuantity } from 'ui-common/quantity/typed-quantity';

export type Product = Schema<'AdminProductView'>;
export type NewProduct = Schema<'CreateProductBody'>;
/** What an edit changes. */
export type ProductChanges = Omit<Schema<'ChangeProductBody'>, 'version'>;

export const UNIT_TYPES: readonly UnitType[] = ['kg', 'g', 'l', 'ml', 'piece', 'pack', 'dozen', 'bunch'];

/** A product as it stands in the form: figures as they are typed, by the names that they have in the request. */
export interface ProductDraft {
  name: string;
  sectionId: string;
  brand: string;
  description: string;
  unitType: UnitType;
  ratePerUnit: string;
  quantityStep: string;
  /** The opening stock, of a new product alone. */
  quantityAvailable: string;
  lowStockThreshold: string;
  /** Days as "2026-11-25"; empty for none. */
  manufacturedOn: string;
  bestBefore: string;
  published: boolean;
}

/** A form that nothing has been filled in yet. */
export function emptyDraft(): ProductDraft {
  return {
    name: '',
    sectionId: '',
    brand: '',
    description: '',
    unitType: 'kg',
    ratePerUnit: '',
    quantityStep: '1',
    quantityAvailable: '0',
    lowStockThreshold: '0',
    manufacturedOn: '',
    bestBefore: '',
    published: true,
  };
}

/** A product as its form shows it. @param digits of the currency's minor unit */
export function draftOf(product: Product, digits: number): ProductDraft {
  return {
    name: product.name,
    sectionId: product.sectionId,
    brand: product.brand,
    description: product.description,
    unitType: product.unitType,
    ratePerUnit: typedMoney(product.ratePerUnit, digits),
    quantityStep: String(product.quantityStep),
    quantityAvailable: String(product.quantityAvailable),
    lowStockThreshold: String(product.lowStockThreshold),
    manufacturedOn: product.manufacturedOn ?? '',
    bestBefore: product.bestBefore ?? '',
    published: product.published,
  };
}

/** What can be told without asking the server. */
export function faultsOf(draft: ProductDraft, digits: number): Fault[] {
  const faults = missing(draft, ['name', 'sectionId', 'ratePerUnit', 'quantityStep']);
  const known = new Set(faults.map(({ field }) => field));
  const wrong = (field: keyof ProductDraft, code: string, isWrong: boolean): Fault[] =>
    isWrong && !known.has(field) ? [{ field, code }] : [];
  const { unitType, manufacturedOn, bestBefore } = draft;
  const isBackwards = manufacturedOn !== '' && bestBefore !== '' && bestBefore < manufacturedOn;
  return [
    ...faults,
    ...wrong('ratePerUnit', 'field.is-money', readMoney(draft.ratePerUnit, digits) === undefined),
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
    ...wrong('bestBefore', 'catalog.best-before-made', isBackwards),
  ];
}

/** A quantity that may also be none, in units: "0", "12.5", "750 g" of a kg. */
export function readAmount(typed: string, unitType: UnitType): number | undefined {
  if (/^\s*[0०]*(?:\.[0०]*)?\s*$/.test(typed)) return 0;
  const thousandths = readQuantity(typed, unitType);
  return thousandths === undefined ? undefined : fromThousandths(thousandths);
}

/** What a draft without faults asks for. */
export function bodyOf(draft: ProductDraft, digits: number): NewProduct {
  return {
    name: draft.name.trim(),
    sectionId: draft.sectionId,
    brand: draft.brand.trim(),
    description: draft.description.trim(),
    unitType: draft.unitType,
    ratePerUnit: readMoney(draft.ratePerUnit, digits) ?? 0,
    quantityStep: readAmount(draft.quantityStep, draft.unitType) ?? 1,
    quantityAvailable: readAmount(draft.quantityAvailable, draft.unitType) ?? 0,
    lowStockThreshold: readAmount(draft.lowStockThreshold, draft.unitType) ?? 0,
    manufacturedOn: draft.manufacturedOn || null,
    bestBefore: draft.bestBefore || null,
    published: draft.published,
  };
}

/** The fields of a product that its form edits. */
export const EDITED = [
  'name',
  'sectionId',
  'brand',
  'description',
  'unitType',
  'ratePerUnit',
  'quantityStep',
  'lowStockThreshold',
  'manufacturedOn',
  'bestBefore',
  'published',
] as const satisfies readonly (keyof ProductChanges & keyof Product)[];
export type EditedField = (typeof EDITED)[number];

/** What an edit changes of the product that it was made on: only that is sent, so that other edits beside it stay. */
export function changesOf(product: Product, body: NewProduct): ProductChanges {
  return Object.fromEntries(
    EDITED.filter((field) => body[field] !== product[field]).map((field) => [field, body[field]]),
  );
}
