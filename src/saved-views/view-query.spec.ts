import { OFFICE_TABLES, TABLES } from './saved-view-tables.js';
import { readViewQuery } from './view-query.js';

it('stores the parameters in one order and one form', () => {
  const query = 'sort=oldest&q=%E0%A4%A6%E0%A5%82%E0%A4%A7%20a%26b&from=2026-01-31&status=placed';
  expect(readViewQuery('orders', query)).toEqual({
    query: 'from=2026-01-31&q=%E0%A4%A6%E0%A5%82%E0%A4%A7+a%26b&sort=oldest&status=placed',
  });
});

it.each(TABLES)('takes every parameter of the table %s, and the columns, sort order and size', (table) => {
  const parameters = [...OFFICE_TABLES[table].parameters, 'sort'].map((name) => `${name}=a-1`);
  const query = [...parameters, 'columns=name,best-before', 'size=50'].join('&');
  expect(readViewQuery(table, query)).toEqual({ query: expect.any(String) as string });
});

it('takes a view without parameters', () => {
  expect(readViewQuery('products', '')).toEqual({ query: '' });
});

it.each([
  ['a parameter of another table', 'status=placed'],
  ['the page', 'page=3'],
  ['a parameter twice', 'stock=low&stock=out'],
  ['a search that is too long', `q=${'a'.repeat(201)}`],
  ['a size that the table does not offer', 'size=26'],
  ['a filter with markup', 'stock=%3Cb%3E'],
  ['a filter without a value', 'stock='],
  ['NUL in a filter', 'section=a%00'],
  ['columns that are no keys', 'columns=name,,rate'],
  ['too many columns', `columns=${Array.from({ length: 31 }, () => 'a').join(',')}`],
  ['a name of every object', '__proto__=a'],
])('refuses %s', (_, query) => {
  expect(readViewQuery('products', query)).toEqual({ fault: expect.any(String) as string });
});
