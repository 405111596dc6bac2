import { MINUTE_MS } from '../../platform/common/durations.js';
import { reachedLimit, unitsOf, type CountedOrder } from './order-limits.js';

const LIMITS = { orders: 3, units: 100 };
const NOW = 200 * MINUTE_MS;

/** Orders of so many units, each so many minutes ago. */
function ordersOf(...orders: readonly (readonly [minutesAgo: number, units: number])[]): CountedOrder[] {
  return orders.map(([minutesAgo, units]) => ({ timestamp: NOW - minutesAgo * MINUTE_MS, units }));
}

describe('unitsOf', () => {
  it('counts grams by the kilo, and a dozen as twelve', () => {
    const quantities = [
      { unitType: 'kg', quantity: 1_250 },
      { unitType: 'g', quantity: 500_000 },
      { unitType: 'ml', quantity: 250_000 },
      { unitType: 'dozen', quantity: 2_000 },
      { unitType: 'pack', quantity: 3_000 },
    ] as const;
    expect(unitsOf(quantities)).toBeCloseTo(1.25 + 0.5 + 0.25 + 24 + 3);
  });
});

describe('reachedLimit', () => {
  const order = (units: number): CountedOrder => ({ timestamp: NOW, units });

  it.each([
    ['the first order', [], 100],
    ['the last order that the limit allows', ordersOf([50, 10], [20, 20]), 70],
  ])('is none for %s', (_, recent, units) => {
    expect(reachedLimit(recent, order(units), LIMITS)).toBeUndefined();
  });

  it('is the number of orders until the oldest one is an hour old', () => {
    expect(reachedLimit(ordersOf([50, 1], [20, 1], [1, 1]), order(1), LIMITS)).toEqual({
      limit: 'orders',
      max: 3,
      retryAfterSeconds: 10 * 60,
    });
  });

  it('is the number of units until enough of them are an hour old', () => {
    expect(reachedLimit(ordersOf([50, 10], [20, 80]), order(30), LIMITS)).toEqual({
      limit: 'units',
      max: 100,
      retryAfterSeconds: 40 * 60,
    });
  });

  it('is the one that lasts longer if both are reached', () => {
    const recent = ordersOf([50, 10], [20, 80], [10, 5]);
    expect(reachedLimit(recent, order(30), LIMITS)).toMatchObject({
      limit: 'units',
      retryAfterSeconds: 40 * 60,
    });
  });
});
