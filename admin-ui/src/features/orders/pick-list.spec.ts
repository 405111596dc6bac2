import { describe, expect, it } from 'vitest';
import { idsOf, pickListOf } from './pick-list';

function line(productId: string, productName: string, quantity: number) {
  return {
    id: productId,
    productId,
    productName,
    unitType: 'kg' as const,
    ratePerUnit: 100,
    quantity,
    price: 100,
  };
}

const ORDERS = [
  { number: 'A', items: [line('1', 'Tomatoes', 1.5), line('2', 'Apples', 1)] },
  { number: 'B', items: [line('1', 'Tomatoes', 0.25), line('3', 'Gone', 1), line('4', 'Carrots', 2)] },
];
const SECTIONS = new Map([
  ['1', 'Vegetables'],
  ['2', 'Fruits'],
  ['4', 'Vegetables'],
]);

describe('a pick list', () => {
  const list = pickListOf(ORDERS, SECTIONS, ['Vegetables', 'Fruits']);

  it('goes through the store section by section, and what is in none comes last', () => {
    expect(list.map(({ name, picks }) => [name, picks.map((pick) => pick.name)])).toEqual([
      ['Vegetables', ['Carrots', 'Tomatoes']],
      ['Fruits', ['Apples']],
      [undefined, ['Gone']],
    ]);
  });

  it('adds up what several orders want, and says how much goes to each', () => {
    expect(list[0]?.picks[1]).toMatchObject({
      thousandths: 1750,
      shares: [
        { number: 'A', thousandths: 1500 },
        { number: 'B', thousandths: 250 },
      ],
    });
  });

  it('takes its orders from the address, each once', () => {
    expect(idsOf('a,b,,a')).toEqual(['a', 'b']);
    expect(idsOf(undefined)).toEqual([]);
  });
});
