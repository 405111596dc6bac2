import { expect, it } from 'vitest';
import type { Product } from '../../cart/cart-line';
import type { Section } from '../../../composables/useSections';
import { dialEnd, weighableProducts } from './weighing';

const sections = ['vegetables', 'fruits', 'rice', 'spices'].map((id) => ({ id }) as Section);

function product(name: string, sectionId: string, changes: Partial<Product> = {}): Product {
  const defaults = { unitType: 'kg', quantityStep: 0.25, quantityAvailable: 40, thumbnailUrl: '/p.webp' };
  return { name, sectionId, ...defaults, ...changes } as Product;
}

it('selects one product per section with distinct steps, in section order', () => {
  const products = [
    product('Ajwain', 'spices', { unitType: 'g', quantityStep: 50, quantityAvailable: 900 }),
    product('Apples', 'fruits'),
    product('Basmati', 'rice', { quantityStep: 0.5 }),
    product('Carrots', 'vegetables'),
  ];
  expect(weighableProducts(sections, products).map(({ name }) => name)).toEqual([
    'Carrots',
    'Basmati',
    'Ajwain',
  ]);
});

it('treats 250 g and 0.25 kg as the same step', () => {
  const products = [
    product('Carrots', 'vegetables'),
    product('Cumin', 'spices', { unitType: 'g', quantityStep: 250, quantityAvailable: 900 }),
  ];
  expect(weighableProducts(sections, products)).toHaveLength(1);
});

it('excludes products that are counted, sold out or without an image', () => {
  const products = [
    product('Cabbage', 'vegetables', { unitType: 'piece', quantityStep: 1 }),
    product('Beans', 'vegetables', { quantityAvailable: 0 }),
    product('Okra', 'vegetables', { thumbnailUrl: null }),
  ];
  expect(weighableProducts(sections, products)).toEqual([]);
});

it('limits the dial to ten steps or to the stock', () => {
  expect(dialEnd(product('Carrots', 'vegetables'))).toBe(2500);
  expect(dialEnd(product('Carrots', 'vegetables', { quantityAvailable: 0.8 }))).toBe(750);
});
