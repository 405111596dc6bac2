import { describe, expect, it } from 'vitest';
import { applyAll, planFor, planRates, rateByPercent, readPercent } from './bulk-changes';
import type { Product } from './product-draft';

const product = (id: string, ratePerUnit: number, published = true): Product =>
  ({ id, ratePerUnit, published, version: 1 }) as Product;

describe('changes of many products', () => {
  it.each([
    ['5', 500],
    ['+5 %', 500],
    ['-7.5', -750],
    ['−7,25%', -725],
    ['0', 0],
  ])('reads %s as a percentage', (typed, hundredths) => {
    expect(readPercent(typed)).toBe(hundredths);
  });

  it.each(['', 'five', '-95', '501', '1.234'])('refuses %s as one', (typed) => {
    expect(readPercent(typed)).toBeUndefined();
  });

  it('rounds a rate half up, to what is asked for', () => {
    expect(rateByPercent(4850, 500)).toBe(5093);
    expect(rateByPercent(4850, 500, 100)).toBe(5100);
    expect(rateByPercent(333, -1000)).toBe(300);
    expect(rateByPercent(90_071_992_547, 100)).toBe(90_972_712_472);
  });

  it('leaves out who needs no change', () => {
    const products = [product('a', 100, true), product('b', 100, false)];
    expect(planFor(products, { published: true }).map((change) => change.product.id)).toEqual(['b']);
    expect(planRates([product('a', 3), product('b', 300)], 1000, 1)).toEqual([
      { product: product('b', 300), changes: { ratePerUnit: 330 } },
    ]);
  });

  it('rounds no small rate to whole units, and none to nothing', () => {
    const rates = (...before: number[]): unknown[] =>
      planRates(
        before.map((rate, i) => product(String(i), rate)),
        -9000,
        100,
      ).map(({ changes }) => changes.ratePerUnit);
    expect(rates(38, 1, 2_000, 0)).toEqual([4, 200]);
    expect(planRates([product('a', 38)], 500, 100)[0]?.changes).toEqual({ ratePerUnit: 40 });
  });

  it('goes on after one that is refused, and names it', async () => {
    const plan = planFor([product('a', 1), product('b', 1), product('c', 1)], { published: false });
    const refused = new Error('stale');
    const progress: number[] = [];
    const failed = await applyAll(
      plan,
      async (change) => {
        if (change.product.id === 'b') throw refused;
      },
      (done) => progress.push(done),
    );
    expect(failed.map(({ product: { id }, failure }) => [id, failure])).toEqual([['b', refused]]);
    expect(progress).toEqual([1, 2, 3]);
  });
});
