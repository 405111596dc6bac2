import { availableAfterCount } from './stock-count.js';

const STOCK = { available: 6000, promised: 4000 };

describe('availableAfterCount', () => {
  it('leaves what is promised to its orders', () => {
    expect([10_000, 12_500, 4000].map((counted) => availableAfterCount(STOCK, { counted }))).toEqual([
      6000, 8500, 0,
    ]);
  });

  it('refuses a count of less than is promised, and says what is short', () => {
    expect(() => availableAfterCount(STOCK, { counted: 1250 })).toThrow(
      expect.objectContaining({
        code: 'catalog.count-below-promised',
        parameters: { counted: 1.25, promised: 4, short: 2.75 },
      }) as Error,
    );
  });

  it('makes nothing available if the shortage is accepted', () => {
    expect(availableAfterCount(STOCK, { counted: 1250, acceptsShortage: true })).toBe(0);
    expect(availableAfterCount(STOCK, { counted: 5000, acceptsShortage: true })).toBe(1000);
  });

  it('refuses a count of a stock that has changed since, and says what it is now', () => {
    expect(availableAfterCount(STOCK, { counted: 7000, seenOnHand: 10_000 })).toBe(3000);
    expect(() => availableAfterCount(STOCK, { counted: 7000, seenOnHand: 13_000 })).toThrow(
      expect.objectContaining({
        code: 'catalog.stock-changed',
        parameters: { quantityOnHand: 10, quantityPromised: 4, quantityAvailable: 6 },
      }) as Error,
    );
  });
});
