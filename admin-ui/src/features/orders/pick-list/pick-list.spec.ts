import { describe, expect, it } from 'vitest';
import type { Order } from '../order-status';
import {
  idsOf,
  openShares,
  pickListOf,
  putBackOf,
  withTicks,
  type OrderToPick,
  type Pick,
} from './pick-list';

const VEGETABLES = { id: 'v', name: 'Vegetables', position: 1 };
const FRUITS = { id: 'f', name: 'Fruits', position: 2 };

function line(productId: string, productName: string, quantity: number, section: typeof VEGETABLES | null) {
  return {
    id: productId,
    productId,
    productName,
    productNames: {},
    unitType: 'kg' as const,
    mrp: null,
    ratePerUnit: 100,
    quantity,
    discounts: [],
    price: 100,
    orderedQuantity: quantity,
    orderedPrice: 100,
    section,
    tick: null as Order['items'][number]['tick'],
  };
}

const ORDERS: readonly OrderToPick[] = [
  {
    number: 'A',
    status: 'placed',
    items: [line('2', 'Apples', 1, FRUITS), line('1', 'Tomatoes', 1.5, VEGETABLES)],
  },
  {
    number: 'B',
    status: 'placed',
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
    const [section] = pickListOf([
      { number: 'A', status: 'placed', items: [line('1', 'Tomatoes', 1, VEGETABLES), inPieces] },
    ]);
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

describe('orders that change while they are picked', () => {
  const TICK = { by: 'Ramesh Hegde', at: '2026-01-05T09:20:03.412Z' };
  const tomatoes = (
    number: string,
    status: OrderToPick['status'],
    tick: typeof TICK | null = null,
  ): OrderToPick => ({
    number,
    status,
    items: [{ ...line('1', 'Tomatoes', 1, VEGETABLES), id: number, tick }],
  });
  const onlyPick = (orders: readonly OrderToPick[]): Pick => pickListOf(orders)[0]?.picks[0] ?? NO_PICK;
  const NO_PICK: Pick = { key: '', name: '', unitType: 'kg', thousandths: 0, shares: [] };

  it('keeps the lines of a cancelled order in the list, and out of what is to be fetched', () => {
    const pick = onlyPick([tomatoes('A', 'placed'), tomatoes('B', 'cancelled')]);
    expect([pick.thousandths, pick.shares.map(({ state }) => state)]).toEqual([
      1000,
      ['to-fetch', 'cancelled'],
    ]);
    expect(onlyPick([tomatoes('B', 'cancelled')]).thousandths).toBe(0);
  });

  it.each([
    ['packed', 'packed'],
    ['out_for_delivery', 'left'],
    ['delivered', 'left'],
  ] as const)('fetches nothing more for an order that is %s', (status, state) => {
    const pick = onlyPick([tomatoes('A', status, TICK)]);
    expect([openShares(pick), pick.shares[0]?.state]).toEqual([[], state]);
  });

  it('puts back what was fetched for a cancelled order, and nothing else', () => {
    const orders = [
      tomatoes('A', 'cancelled', TICK),
      tomatoes('B', 'cancelled'),
      tomatoes('C', 'placed', TICK),
    ];
    expect(putBackOf(orders).map(({ number, name, thousandths }) => [number, name, thousandths])).toEqual([
      ['A', 'Tomatoes', 1000],
    ]);
  });

  it('shows ticks that are not sent yet, and names no person for them', () => {
    const orders = [tomatoes('A', 'placed'), tomatoes('B', 'placed', TICK), tomatoes('C', 'placed', TICK)];
    const [section] = pickListOf(
      orders,
      new Map([
        ['A', true],
        ['B', false],
      ]),
    );
    expect(section?.picks[0]?.shares.map(({ isTicked, by }) => [isTicked, by])).toEqual([
      [true, undefined],
      [false, undefined],
      [true, 'Ramesh Hegde'],
    ]);
    expect(putBackOf([tomatoes('A', 'cancelled', TICK)], new Map([['A', false]]))).toEqual([]);
  });

  it('takes over the ticks that the server answers', () => {
    const orders = withTicks(
      [tomatoes('A', 'placed'), tomatoes('B', 'placed', TICK)],
      [
        { itemId: 'A', tick: TICK },
        { itemId: 'B', tick: null },
      ],
    );
    expect(orders.map(({ items }) => items[0]?.tick)).toEqual([TICK, null]);
  });
});
