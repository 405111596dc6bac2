import { activeShoppers, MONTH_DAYS } from './active-shoppers.js';

const counts = (active: ReturnType<typeof activeShoppers>): [number, number, number][] =>
  active.map(({ daily, weekly, monthly }) => [daily, weekly, monthly]);

it('counts a visit in the daily, weekly and monthly numbers', () => {
  const active = activeShoppers([{ day: 100, gap: MONTH_DAYS, shoppers: 2 }], 99, 130);
  expect(counts(active.slice(0, 3))).toEqual([
    [0, 0, 0],
    [2, 2, 2],
    [0, 2, 2],
  ]);
  expect(active.filter(({ weekly }) => weekly === 2)).toHaveLength(7);
  expect(active.filter(({ monthly }) => monthly === 2)).toHaveLength(30);
  expect(counts(active.slice(-2))).toEqual([
    [0, 0, 2],
    [0, 0, 0],
  ]);
});

it('counts a returning shopper only once', () => {
  const visits = [
    { day: 100, gap: 3, shoppers: 1 },
    { day: 103, gap: MONTH_DAYS, shoppers: 1 },
  ];
  const active = activeShoppers(visits, 100, 110);
  expect(active.every(({ weekly, monthly }) => weekly <= 1 && monthly === 1)).toBe(true);
  expect(active.map(({ daily }) => daily)).toEqual([1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
  expect(active.map(({ weekly }) => weekly)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
});

it('counts visits before the first day for the rest of their 30 days', () => {
  expect(counts(activeShoppers([{ day: 80, gap: MONTH_DAYS, shoppers: 5 }], 100, 111))).toEqual([
    ...Array.from({ length: 10 }, () => [0, 0, 5]),
    [0, 0, 0],
    [0, 0, 0],
  ]);
});
