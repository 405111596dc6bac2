import { frequentProductJson } from './frequent-products.js';

const usualQuantity = (step: number, ordered: number | null): unknown =>
  (JSON.parse(frequentProductJson({ json: '{"id":"rice"}', step, ordered })) as Record<string, unknown>)[
    'usualQuantity'
  ];

it('offers a product whose unit has changed in one step', () => {
  expect(usualQuantity(250, null)).toBe(0.25);
});

it.each([
  [500, 1500, 1.5],
  [1000, 3500, 3],
  [5000, 3500, 5],
])('with a step of %i, it offers %i as %f', (step, ordered, usual) => {
  expect(usualQuantity(step, ordered)).toBe(usual);
});
