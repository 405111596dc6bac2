import type { UnitType } from 'ui-common/quantity/quantity';
import type { Product } from '../cart-line';

/** Maximum quantity that the store accepts, in thousandths. */
const MAX_THOUSANDTHS = 100_000_000;
export const UNIT_TYPES: readonly UnitType[] = ['kg', 'g', 'l', 'ml', 'piece', 'pack', 'dozen', 'bunch'];
const STRING_FIELDS = [
  'id',
  'sectionId',
  'sectionName',
  'name',
  'slug',
  'description',
  'brand',
  'createdAt',
] as const;
const NULLABLE_STRING_FIELDS = ['imageUrl', 'thumbnailUrl', 'manufacturedOn', 'bestBefore'] as const;

/** Returns the stored form of a product, without its long description. */
export function snapshotOf(product: Product): Product {
  return { ...product, description: '' };
}

/** Returns true if a value from browser storage is a valid product. */
export function isProduct(value: unknown): value is Product {
  if (!isRecord(value)) return false;
  const { unitType, ratePerUnit, quantityStep, quantityAvailable, version } = value;
  return (
    STRING_FIELDS.every((name) => typeof value[name] === 'string') &&
    NULLABLE_STRING_FIELDS.every((name) => value[name] === null || typeof value[name] === 'string') &&
    UNIT_TYPES.some((candidate) => candidate === unitType) &&
    isAmount(ratePerUnit) &&
    isAmount(version) &&
    isFinitePositive(quantityStep) &&
    (quantityAvailable === 0 || isFinitePositive(quantityAvailable))
  );
}

/** Returns true if a value is a valid cart quantity in thousandths. @param min 0 if zero is allowed */
export function isQuantity(value: unknown, min: 0 | 1): value is number {
  return isAmount(value) && value >= min && value <= MAX_THOUSANDTHS;
}

/** Returns true if a value is an amount in minor units. */
export function isAmount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isFinitePositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0.001;
}
