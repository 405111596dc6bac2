import { expect, it } from 'vitest';
import { textsOf } from './texts-of.ts';

it('puts the texts of each file under its name', () => {
  expect(textsOf({ './cart.json': { empty: 'Empty' }, './titles.json': { cart: 'Cart' } })).toEqual({
    cart: { empty: 'Empty' },
    titles: { cart: 'Cart' },
  });
});

it('adds the texts of a second file, also to groups that both have', () => {
  const first = { field: { min: 'Too small', max: 'Too large' }, unknown: 'Failed' };
  const later = { field: { money: 'No amount' }, tax: { taken: 'Taken' } };
  expect(textsOf({ './problems.json': first, './problems.later.json': later }).problems).toEqual({
    field: { min: 'Too small', max: 'Too large', money: 'No amount' },
    unknown: 'Failed',
    tax: { taken: 'Taken' },
  });
});
