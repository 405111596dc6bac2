import { expect, it } from 'vitest';
import type { Product } from '../../cart/cart-line';
import type { Section } from '../catalog-queries';
import { dialEnd, thingsToWeigh } from './weighing';

const sections = ['vegetables', 'fruits', 'rice', 'spices'].map((id) => ({ id }) as Section);

function product(name: string, sectionId: string, other: Partial<Product> = {}): Product {
  const usual = { unitType: 'kg', quantityStep: 0.25, quantityAvailable: 40, thumbnailUrl: '/p.webp' };
  return { name, sectionId, ...usual, ...other } as Product;
}

it('takes one of a section, each in other steps, in the order of the sections', () => {
  const products = [
    product('Ajwain', 'spices', { unitType: 'g', quantityStep: 50, quantityAvailable: 900 }),
    product('Apples', 'fruits'),
    product('Basmati', 'rice', { quantityStep: 0.5 }),
    product('Carrots', 'vegetables'),
  ];
  expect(thingsToWeigh(sections, products).map(({ name }) => name)).toEqual(['Carrots', 'Basmati', 'Ajwain']);
});

it('knows that 250 g are a quarter of a kilo', () => {
  const products = [
    product('Carrots', 'vegetables'),
    product('Cumin', 'spices', { unitType: 'g', quantityStep: 250, quantityAvailable: 900 }),
  ];
  expect(thingsToWeigh(sections, products)).toHaveLength(1);
});

it('lays on nothing that is counted, sold out or without a picture', () => {
  const products = [
    product('Cabbage', 'vegetables', { unitType: 'piece', quantityStep: 1 }),
    product('Beans', 'vegetables', { quantityAvailable: 0 }),
    product('Okra', 'vegetables', { thumbnailUrl: null }),
  ];
  expect(thingsToWeigh(sections, products)).toEqual([]);
});

it('ends at ten steps, or where the stock does', () => {
  expect(dialEnd(product('Carrots', 'vegetables'))).toBe(2500);
  expect(dialEnd(product('Carrots', 'vegetables', { quantityAvailable: 0.8 }))).toBe(750);
});
