import { expect, it } from 'vitest';
import type { Product } from '../../cart/cart-line';
import type { Section } from '../catalog-queries';
import { nextSuggestion, suggest } from './suggestions';

const sections = ['Tea, Coffee & Drinks', 'Rice & Grains', 'सब्ज़ियाँ'].map((name) => ({ name }) as Section);
const products = [{ name: 'Basmati' }] as Product[];
const kinds = (words: string, recent: readonly string[] = []) =>
  suggest({ words, recent, sections, products }).map(({ kind, suggestions }) => [kind, suggestions.length]);

it('offers what was searched for and all sections before one types', () => {
  expect(kinds('', ['milk'])).toEqual([
    ['recent', 1],
    ['section', 3],
  ]);
});

it('offers the sections whose name has the words, then products, then everything', () => {
  expect(kinds('cof', ['milk'])).toEqual([
    ['section', 1],
    ['product', 1],
    ['all', 1],
  ]);
  expect(kinds('grains ri')[0]).toEqual(['section', 1]);
  expect(kinds('सब्')[0]).toEqual(['section', 1]);
});

it('offers no section where none fits', () => {
  expect(kinds('basmati').map(([kind]) => kind)).toEqual(['product', 'all']);
});

it('goes round by arrow keys, through the field', () => {
  expect([-1, 0, 1].map((at) => nextSuggestion(at, 'ArrowDown', 2))).toEqual([0, 1, -1]);
  expect([-1, 0, 1].map((at) => nextSuggestion(at, 'ArrowUp', 2))).toEqual([1, -1, 0]);
});
