import { expect, it } from 'vitest';
import type { Schema } from 'ui-common/api/client';
import { allNamesOf, descriptionIn, hasTextsIn, nameIn } from './names';

it('names products, sections and lines of orders in a language, or as the store does', () => {
  const product = { name: 'Tomatoes', names: { hi: 'टमाटर' } };
  const section = { name: 'Fruits', texts: { hi: { name: 'फल' } } };
  const line = { productName: 'Okra', productNames: { hi: 'भिंडी' } };
  expect([product, section, line].map((named) => nameIn(named, 'hi'))).toEqual(['टमाटर', 'फल', 'भिंडी']);
  expect([product, section, line].map((named) => nameIn(named, 'en'))).toEqual([
    'Tomatoes',
    'Fruits',
    'Okra',
  ]);
});

it('names what has texts but no name, and a cart from before there were any', () => {
  expect(nameIn({ name: 'Fruits', texts: { hi: { description: 'ताज़े' } } }, 'hi')).toBe('Fruits');
  expect(nameIn({ name: 'Tomatoes' }, 'hi')).toBe('Tomatoes');
  expect(hasTextsIn({ name: 'Tomatoes' }, 'hi')).toBe(false);
  expect(allNamesOf({ name: 'Fruits' })).toEqual(['Fruits']);
  expect(descriptionIn({ description: 'Fresh.' } as Schema<'SectionView'>, 'hi')).toBe('Fresh.');
});

it('describes sections in a language, and finds them by the names of all', () => {
  const section = {
    name: 'Fruits',
    description: 'Fresh.',
    texts: { hi: { name: 'फल', description: 'ताज़े।' } },
  };
  expect(descriptionIn(section as unknown as Schema<'SectionView'>, 'hi')).toBe('ताज़े।');
  expect(descriptionIn(section as unknown as Schema<'SectionView'>, 'en')).toBe('Fresh.');
  expect(allNamesOf(section)).toEqual(['Fruits', 'फल']);
});
