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

describe('pick list', () => {
  const list = pickListOf(ORDERS);

  it('sorts by section and puts products without a section last', () => {
    expect(list.map(({ name, picks }) => [name, picks.map((pick) => pick.name)])).toEqual([
      ['Vegetables', ['Carrots', 'Tomatoes']],
      ['Fruits', ['Apples']],
      [undefined, ['Gone']],
    ]);
  });

  it('adds up the quantities of several orders and lists each share', () => {
    expect(list[0]?.picks[1]).toMatchObject({
      thousandths: 1750,
      shares: [
        { number: 'A', thousandths: 1500 },
        { number: 'B', thousandths: 250 },
      ],
    });
  });

  it('gives each unit of a product a pick with a key of its own', () => {
    const inPieces = { ...line('1', 'Tomatoes', 3, VEGETABLES), unitType: 'piece' as const };
    const [section] = pickListOf([{ number: 'A', items: [line('1', 'Tomatoes', 1, VEGETABLES), inPieces] }]);
    expect(section?.picks.map(({ thousandths, unitType }) => [thousandths, unitType])).toEqual([
      [1000, 'kg'],
      [3000, 'piece'],
    ]);
    expect(new Set(section?.picks.map(({ key }) => key)).size).toBe(2);
  });

  it('reads distinct order IDs from the URL', () => {
    expect(idsOf('a,b,,a')).toEqual(['a', 'b']);
    expect(idsOf(undefined)).toEqual([]);
  });
});
