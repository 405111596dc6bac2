import { describe, expect, it } from 'vitest';
import type { Place } from '../../common/navigation';
import { placesFor } from './palette';

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
