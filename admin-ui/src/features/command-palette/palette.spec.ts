import { describe, expect, it } from 'vitest';
import type { Place } from '../../common/navigation';
import { indexAfter, placesFor } from './palette';

const PLACES: readonly Place[] = [
  { to: '/requests', name: 'Requests for users', icon: '' },
  { to: '/users', name: 'Users', icon: '', adminOnly: true },
];
const titles = (typed: string, isAdmin: boolean): string[] =>
  placesFor(typed, isAdmin, ({ name }) => name, PLACES).map(({ title }) => title);

describe('placesFor', () => {
  it('returns all pages for an empty query', () => {
    expect(titles('', true)).toEqual(['Requests for users', 'Users']);
  });

  it('puts pages that start with the query first', () => {
    expect(titles(' USER', true)).toEqual(['Users', 'Requests for users']);
  });

  it('omits admin pages for managers', () => {
    expect(titles('', false)).toEqual(['Requests for users']);
  });
});

describe('indexAfter', () => {
  it.each([
    [0, 'ArrowDown', 1],
    [2, 'ArrowDown', 0],
    [0, 'ArrowUp', 2],
    [1, 'Home', 0],
    [1, 'End', 2],
  ])('moves from %i by %s to %i', (index, key, expected) => {
    expect(indexAfter(index, key, 3)).toBe(expected);
  });

  it('returns -1 for an empty list', () => {
    expect(indexAfter(0, 'ArrowDown', 0)).toBe(-1);
  });
});
