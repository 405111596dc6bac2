import type { Product } from '../features/cart/cart-line';

/** Returns a product in the shape of the API. */
export function productOf(changes: Partial<Product> = {}): Product {
  const id = changes.id ?? 'tomatoes';
  return {
    id,
    sectionId: 'vegetables',
    sectionName: 'Vegetables',
    name: 'Tomatoes',
    names: {},
    slug: id,
    description: '',
    brand: '',
    unitType: 'kg',
    ratePerUnit: 4_000,
    mrp: null,
    taxClassId: null,
    netContent: null,
    unitPrice: { rate: 4_000, per: 'kg' },
    quantityStep: 0.25,
    quantityAvailable: 60,
    maxQuantity: 50,
    imageUrl: null,
    thumbnailUrl: null,
    manufacturedOn: null,
    bestBefore: null,
    version: 1,
    createdAt: '2026-01-05T06:30:00.000Z',
    ...changes,
  };
}
