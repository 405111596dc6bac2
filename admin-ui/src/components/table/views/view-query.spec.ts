import { expect, it } from 'vitest';
import { parametersOf, queryOf } from './view-query';

it('writes a query that is the same for any order of its parameters', () => {
  const query = 'columns=name%2Crate&q=dal+%26+rice&sort=-rate';
  expect(queryOf({ sort: '-rate', q: 'dal & rice', columns: 'name,rate' })).toBe(query);
  expect(queryOf({ q: 'dal & rice', columns: 'name,rate', sort: '-rate' })).toBe(query);
});

it('reads back what it has written', () => {
  const parameters = { q: 'दूध = milk', section: 'a-b', columns: 'name,rate' };
  expect(parametersOf({ query: queryOf(parameters) })).toEqual(parameters);
  expect(parametersOf({ query: '' })).toEqual({});
});
