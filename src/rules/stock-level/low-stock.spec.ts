import { isLowStock, lowStock, soldOut, type StockLevel } from './low-stock.js';

describe('isLowStock', () => {
  it.each<[boolean, string, StockLevel]>([
    [true, 'less than the threshold', { published: true, available: 4999, threshold: 5000 }],
    [false, 'as much as the threshold', { published: true, available: 5000, threshold: 5000 }],
    [true, 'nothing', { published: 1, available: 0, threshold: 1 }],
    [false, 'nothing, without a threshold', { published: true, available: 0, threshold: 0 }],
    [false, 'less than the threshold, but is hidden', { published: 0, available: 1, threshold: 5000 }],
  ])('returns %s for a product of which there is %s', (isLow, _, level) => {
    expect(isLowStock(level)).toBe(isLow);
  });
});

it('says the same in SQL, without parameters', () => {
  expect([lowStock(), soldOut()].map(({ sql, values }) => [sql, values])).toEqual([
    ['p.published = TRUE AND p.quantity_available < p.low_stock_threshold', []],
    ['p.published = TRUE AND p.quantity_available = 0', []],
  ]);
});
