import { describe, expect, it } from 'vitest';
import { bodyOf, changesOf, draftOf, emptyDraft, faultsOf, readAmount, type Product } from './product-draft';

const TOMATOES: Product = {
  id: '1',
  sectionId: 's1',
  sectionName: 'Vegetables',
  name: 'Tomatoes',
  slug: 'tomatoes',
  description: 'Firm and red.',
  brand: 'Nandi Farms',
  unitType: 'kg',
  ratePerUnit: 4850,
  quantityStep: 0.25,
  quantityAvailable: 60,
  imageUrl: null,
  thumbnailUrl: null,
  manufacturedOn: '2026-01-05',
  bestBefore: null,
  version: 3,
  createdAt: '2026-01-05T06:00:00Z',
  published: true,
  lowStockThreshold: 10,
};
const DIGITS = 2;

describe('a product’s form', () => {
  it('changes nothing where nothing was typed', () => {
    const body = bodyOf(draftOf(TOMATOES, DIGITS), DIGITS);
    expect(changesOf(TOMATOES, body)).toEqual({});
  });

  it('sends what was changed, and only that', () => {
    const draft = { ...draftOf(TOMATOES, DIGITS), ratePerUnit: '52', bestBefore: '2026-01-12' };
    expect(changesOf(TOMATOES, bodyOf(draft, DIGITS))).toEqual({
      ratePerUnit: 5200,
      bestBefore: '2026-01-12',
    });
  });

  it('takes a day away', () => {
    const draft = { ...draftOf(TOMATOES, DIGITS), manufacturedOn: '' };
    expect(changesOf(TOMATOES, bodyOf(draft, DIGITS))).toEqual({ manufacturedOn: null });
  });

  it('finds nothing wrong with a product that is there', () => {
    expect(faultsOf(draftOf(TOMATOES, DIGITS), DIGITS)).toEqual([]);
  });

  it('says once of each field what is missing', () => {
    expect(faultsOf(emptyDraft(), DIGITS)).toEqual(
      ['name', 'sectionId', 'ratePerUnit'].map((field) => ({ field, code: 'field.required' })),
    );
  });

  it('says what is no money, no quantity, and backwards', () => {
    const draft = {
      ...draftOf(TOMATOES, DIGITS),
      ratePerUnit: '48.505',
      quantityStep: '0',
      lowStockThreshold: 'few',
      bestBefore: '2026-01-04',
    };
    expect(faultsOf(draft, DIGITS)).toEqual([
      { field: 'ratePerUnit', code: 'field.is-money' },
      { field: 'quantityStep', code: 'field.is-quantity' },
      { field: 'lowStockThreshold', code: 'field.is-quantity' },
      { field: 'bestBefore', code: 'catalog.best-before-made' },
    ]);
  });

  it('reads amounts from none on', () => {
    expect(['', '0', '0.0', '12.5', '750 g'].map((typed) => readAmount(typed, 'kg'))).toEqual([
      0, 0, 0, 12.5, 0.75,
    ]);
    expect(readAmount('-1', 'kg')).toBeUndefined();
  });
});
