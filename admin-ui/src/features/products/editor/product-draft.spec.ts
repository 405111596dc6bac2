import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  changesOf,
  draftOf,
  emptyDraft,
  readAmount,
  validateDraft,
  type Product,
} from './product-draft';

const TOMATOES: Product = {
  id: '1',
  sectionId: 's1',
  sectionName: 'Vegetables',
  name: 'Tomatoes',
  names: {},
  slug: 'tomatoes',
  description: 'Firm and red.',
  brand: 'Nandi Farms',
  sku: 'GB-0101',
  barcodes: [],
  otherNames: ['Tamatar', 'टमाटर'],
  texts: {},
  unitType: 'kg',
  mrp: null,
  taxClassId: null,
  hsn: '0702',
  netContent: null,
  unitPrice: null,
  ratePerUnit: 4850,
  quantityStep: 0.25,
  quantityAvailable: 60,
  quantityPromised: 4,
  quantityOnHand: 64,
  maxQuantity: 50,
  imageUrl: null,
  thumbnailUrl: null,
  manufacturedOn: '2026-01-05',
  bestBefore: null,
  version: 3,
  createdAt: '2026-01-05T06:00:00Z',
  published: true,
  lowStockThreshold: 10,
  isLowStock: false,
  maxPerOrder: null,
};
const DIGITS = 2;

describe('product draft', () => {
  it('sends no changes for an unedited product', () => {
    const body = bodyOf(draftOf(TOMATOES, DIGITS), DIGITS);
    expect(changesOf(TOMATOES, body)).toEqual({});
  });

  it('sends only the changed fields', () => {
    const draft = { ...draftOf(TOMATOES, DIGITS), ratePerUnit: '52', bestBefore: '2026-01-12' };
    expect(changesOf(TOMATOES, bodyOf(draft, DIGITS))).toEqual({
      ratePerUnit: 5200,
      bestBefore: '2026-01-12',
    });
  });

  it('splits other names at commas, and sends them if one has changed', () => {
    const typed = (otherNames: string) => bodyOf({ ...draftOf(TOMATOES, DIGITS), otherNames }, DIGITS);
    expect(changesOf(TOMATOES, typed(' Tamatar,टमाटर ;'))).toEqual({});
    expect(changesOf(TOMATOES, typed('Tamatar, Thakkali'))).toEqual({ otherNames: ['Tamatar', 'Thakkali'] });
    expect(changesOf(TOMATOES, typed(''))).toEqual({ otherNames: [] });
  });

  it('sends null for a cleared date', () => {
    const draft = { ...draftOf(TOMATOES, DIGITS), manufacturedOn: '' };
    expect(changesOf(TOMATOES, bodyOf(draft, DIGITS))).toEqual({ manufacturedOn: null });
  });

  it('accepts an existing product without errors', () => {
    expect(validateDraft(draftOf(TOMATOES, DIGITS), DIGITS)).toEqual([]);
  });

  it('reports each missing field once', () => {
    expect(validateDraft(emptyDraft(), DIGITS)).toEqual(
      ['name', 'sectionId', 'ratePerUnit'].map((field) => ({ field, code: 'field.required' })),
    );
  });

  it('rejects invalid money, invalid quantities and reversed dates', () => {
    const draft = {
      ...draftOf(TOMATOES, DIGITS),
      ratePerUnit: '48.505',
      quantityStep: '0',
      lowStockThreshold: 'few',
      maxPerOrder: '0',
      bestBefore: '2026-01-04',
    };
    expect(validateDraft(draft, DIGITS)).toEqual([
      { field: 'ratePerUnit', code: 'field.is-money' },
      { field: 'quantityStep', code: 'field.is-quantity' },
      { field: 'lowStockThreshold', code: 'field.is-quantity' },
      { field: 'maxPerOrder', code: 'field.is-quantity' },
      { field: 'bestBefore', code: 'catalog.best-before-made' },
    ]);
  });

  it('sends the most per order, and null for that of the unit', () => {
    const limited = { ...TOMATOES, maxPerOrder: 5 };
    const own = { ...draftOf(TOMATOES, DIGITS), maxPerOrder: '500 g' };
    expect(changesOf(TOMATOES, bodyOf(own, DIGITS))).toEqual({ maxPerOrder: 0.5 });
    const cleared = { ...draftOf(limited, DIGITS), maxPerOrder: ' ' };
    expect(validateDraft(cleared, DIGITS)).toEqual([]);
    expect(changesOf(limited, bodyOf(cleared, DIGITS))).toEqual({ maxPerOrder: null });
    expect(validateDraft({ ...own, maxPerOrder: '0.1' }, DIGITS)).toEqual([
      { field: 'maxPerOrder', code: 'catalog.max-below-step' },
    ]);
  });

  it('reads quantities, including zero', () => {
    expect(['', '0', '0.0', '12.5', '750 g'].map((typed) => readAmount(typed, 'kg'))).toEqual([
      0, 0, 0, 12.5, 0.75,
    ]);
    expect(readAmount('-1', 'kg')).toBeUndefined();
  });
});
