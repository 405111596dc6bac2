import { expect, it } from 'vitest';
import { productQueryOf } from './product-query';

const PLAIN = { q: '', page: 1, pageSize: 25, sort: 'name', filters: {} };

it('asks for everything where nothing is chosen', () => {
  expect(productQueryOf(PLAIN)).toEqual({ sort: 'name', page: 1, pageSize: 25 });
});

it('asks for what is chosen', () => {
  const filters = { section: 's1', published: 'no', stock: 'low' };
  expect(productQueryOf({ ...PLAIN, q: 'milk', sort: '-stock', page: 3, filters })).toEqual({
    q: 'milk',
    sectionId: 's1',
    published: false,
    stock: 'low',
    sort: '-stock',
    page: 3,
    pageSize: 25,
  });
});

it('asks for what is sold out', () => {
  expect(productQueryOf({ ...PLAIN, filters: { stock: 'out' } })).toMatchObject({ stock: 'out' });
});

it('passes over what makes no sense', () => {
  expect(
    productQueryOf({ ...PLAIN, sort: 'colour', filters: { published: 'maybe', stock: 'much' } }),
  ).toEqual({
    sort: 'name',
    page: 1,
    pageSize: 25,
  });
});
