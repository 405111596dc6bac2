import { expect, it } from 'vitest';
import type { Product } from '../../cart/cart-line';
import type { Section } from '../../../composables/useSections';
import { nextSuggestion, suggest } from './suggestions';

const sections = ['Tea, Coffee & Drinks', 'Rice & Grains', 'सब्ज़ियाँ'].map((name) => ({ name }) as Section);
const products = [{ name: 'Basmati' }] as Product[];
const kinds = (words: string, recent: readonly string[] = []) =>
  suggest({ words, recent, sections, products }).map(({ kind, suggestions }) => [kind, suggestions.length]);

it('offers recent searches and all sections for an empty input', () => {
  expect(kinds('', ['milk'])).toEqual([
    ['recent', 1],
    ['section', 3],
  ]);
});

it('offers matching sections, then products, then a full search', () => {
  expect(kinds('cof', ['milk'])).toEqual([
    ['section', 1],
    ['product', 1],
    ['all', 1],
  ]);
  expect(kinds('grains ri')[0]).toEqual(['section', 1]);
  expect(kinds('सब्')[0]).toEqual(['section', 1]);
});

it('offers no section group when no section matches', () => {
  expect(kinds('basmati').map(([kind]) => kind)).toEqual(['product', 'all']);
});

it('cycles through the suggestions and the field with the arrow keys', () => {
  expect([-1, 0, 1].map((at) => nextSuggestion(at, 'ArrowDown', 2))).toEqual([0, 1, -1]);
  expect([-1, 0, 1].map((at) => nextSuggestion(at, 'ArrowUp', 2))).toEqual([1, -1, 0]);
});
