import { average, worth } from './money-math.js';

it.each([
  [0, 0, 0],
  [0, 3, 0],
  [10, 4, 3],
  [9, 4, 2],
  [7, 2, 4],
  [1, 3, 0],
  [2, 3, 1],
  [Number.MAX_SAFE_INTEGER, 2, 4_503_599_627_370_496],
  [Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER],
])('divides %d by %d and rounds to %d', (amount, count, share) => {
  expect(average(amount, count)).toBe(share);
});

it.each([
  [333, 1500, 500],
  [199, 333, 66],
  [1, 499, 0],
  [1, 500, 1],
  [100_000_000, 1_000_000_000_000, 100_000_000_000_000_000],
])('prices at rate %d a quantity of %d thousandths as %d', (rate, thousandths, value) => {
  expect(worth(rate, thousandths)).toBe(value);
});
