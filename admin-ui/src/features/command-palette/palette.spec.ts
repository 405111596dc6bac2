import { describe, expect, it } from 'vitest';
import type { Place } from '../../layout/navigation';
import { indexAfter, placesFor } from './palette';

const PLACES: readonly Place[] = [
  { to: '/requests', name: 'Requests for users', icon: '' },
  { to: '/users', name: 'Users', icon: '', adminOnly: true },
];
const titles = (typed: string, isAdmin: boolean): string[] =>
  placesFor(typed, isAdmin, ({ name }) => name, PLACES).map(({ title }) => title);

describe('the places of the palette', () => {
  it('are all there before anything is typed', () => {
    expect(titles('', true)).toEqual(['Requests for users', 'Users']);
  });

  it('come first where they begin with what is typed', () => {
    expect(titles(' USER', true)).toEqual(['Users', 'Requests for users']);
  });

  it('are those that one may go to', () => {
    expect(titles('', false)).toEqual(['Requests for users']);
  });
});

describe('arrow keys in the palette', () => {
  it.each([
    [0, 'ArrowDown', 1],
    [2, 'ArrowDown', 0],
    [0, 'ArrowUp', 2],
    [1, 'Home', 0],
    [1, 'End', 2],
  ])('lead from %i by %s to %i', (index, key, wanted) => {
    expect(indexAfter(index, key, 3)).toBe(wanted);
  });

  it('lead nowhere in an empty list', () => {
    expect(indexAfter(0, 'ArrowDown', 0)).toBe(-1);
  });
});
