import { DEMO_CATALOG } from './demo-catalog.js';
import { packPricesOf } from './pack-prices.js';

describe('the packs of the demo', () => {
  it('say the contents of their name', () => {
    expect(packPricesOf({ name: 'Thin Poha 500 g', unitType: 'pack', rate: 4200 }, 1)).toEqual({
      mrp: 4500,
      netContent: { quantity: 500, unit: 'g' },
    });
    expect(packPricesOf({ name: 'Toned Milk 1 L', unitType: 'pack', rate: 5600 }, 0)).toEqual({
      mrp: 5600,
      netContent: { quantity: 1000, unit: 'ml' },
    });
    expect(packPricesOf({ name: 'Baguette', unitType: 'piece', rate: 9000 }, 1)).toEqual({
      ...{ mrp: null, netContent: null },
    });
  });

  it('never cost more than their maximum price, and often less', () => {
    const packs = DEMO_CATALOG.flatMap(({ products }) =>
      products.map((product, place) => ({ rate: product.rate, ...packPricesOf(product, place) })),
    ).filter(({ mrp }) => mrp !== null);
    expect(packs.filter(({ rate, mrp }) => rate > (mrp ?? 0))).toEqual([]);
    expect(packs.filter(({ rate, mrp }) => rate < (mrp ?? 0)).length).toBeGreaterThan(30);
  });
});
