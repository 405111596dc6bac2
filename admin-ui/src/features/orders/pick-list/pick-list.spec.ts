import { describe, expect, it } from 'vitest';
import { idsOf, pickListOf } from './pick-list';

const VEGETABLES = { id: 'v', name: 'Vegetables', position: 1 };
const FRUITS = { id: 'f', name: 'Fruits', position: 2 };

function line(productId: string, productName: string, quantity: number, section: typeof VEGETABLES | null) {
  return {
    id: productId,
    productId,
    productName,
    unitType: 'kg' as const,
    ratePerUnit: 100,
    quantity,
    price: 100,
    section,
  };
}

const ORDERS = [
  { number: 'A', items: [line('2', 'Apples', 1, FRUITS), line('1', 'Tomatoes', 1.5, VEGETABLES)] },
  {
    number: 'B',
    items: [
      line('1', 'Tomatoes', 0.25, VEGETABLES),
      line('3', 'Gone', 1, null),
      line('4', 'Carrots', 2, VEGETABLES),
    ],
  },
];

describe('a pick list', () => {
  const list = pickListOf(ORDERS);

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
