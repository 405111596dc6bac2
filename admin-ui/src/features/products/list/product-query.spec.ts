import { expect, it } from 'vitest';
import { productQueryOf } from './product-query';

const PLAIN = { q: '', page: 1, pageSize: 25, sort: 'name', filters: {} };

it('requests all products without filters', () => {
  expect(productQueryOf(PLAIN)).toEqual({ sort: 'name', page: 1, pageSize: 25 });
});

it('requests the chosen filters', () => {
  const filters = { section: 's1', published: 'no', stock: 'low', hsn: 'no' };
  expect(productQueryOf({ ...PLAIN, q: 'milk', sort: '-stock', page: 3, filters })).toEqual({
    q: 'milk',
    sectionId: 's1',
    published: false,
    stock: 'low',
    hasHsn: false,
    sort: '-stock',
    page: 3,
    pageSize: 25,
  });
});

it('requests sold-out products', () => {
  expect(productQueryOf({ ...PLAIN, filters: { stock: 'out' } })).toMatchObject({ stock: 'out' });
});

it('ignores invalid values', () => {
  expect(
    productQueryOf({ ...PLAIN, sort: 'colour', filters: { published: 'maybe', stock: 'much', hsn: '0702' } }),
  ).toEqual({
    sort: 'name',
    page: 1,
    pageSize: 25,
  });
});
