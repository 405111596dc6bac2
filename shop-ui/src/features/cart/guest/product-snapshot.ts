import type { UnitType } from 'ui-common/quantity/quantity';
import type { Product } from '../cart-line';

/** The largest quantity that the store takes, in thousandths. */
const MAX_THOUSANDTHS = 100_000_000;
const UNIT_TYPES: readonly UnitType[] = ['kg', 'g', 'l', 'ml', 'piece', 'pack', 'dozen', 'bunch'];
const TEXTS = [
  'id',
  'sectionId',
  'sectionName',
  'name',
  'slug',
  'description',
  'brand',
  'createdAt',
] as const;
const TEXTS_OR_NULL = ['imageUrl', 'thumbnailUrl', 'manufacturedOn', 'bestBefore'] as const;

/** A product as the browser keeps it: what a line of the cart shows, without its long description. */
export function snapshotOf(product: Product): Product {
  return { ...product, description: '' };
}

/** Whether something that was read from the browser's storage can be shown and reckoned with as a product. */
export function isProduct(value: unknown): value is Product {
  if (!isRecord(value)) return false;
  const { unitType, ratePerUnit, quantityStep, quantityAvailable, version } = value;
  return (
    TEXTS.every((name) => typeof value[name] === 'string') &&
    TEXTS_OR_NULL.every((name) => value[name] === null || typeof value[name] === 'string') &&
    UNIT_TYPES.some((known) => known === unitType) &&
    isAmount(ratePerUnit) &&
    isAmount(version) &&
    isFinitePositive(quantityStep) &&
    (quantityAvailable === 0 || isFinitePositive(quantityAvailable))
  );
}

/** Whether something is a quantity in thousandths that a cart can hold, 0 where `least` is that. */
export function isQuantity(value: unknown, least: 0 | 1): value is number {
  return isAmount(value) && value >= least && value <= MAX_THOUSANDTHS;
}

/** Whether something is an amount in minor units. */
export function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isFinitePositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0.001;
}
