import fc from 'fast-check';
import { MAX_RATE } from '../../platform/common/money/max-rate.js';
import type { Product } from '../product.entity.js';
import { checkSingleChange, nameClashes, planBulkChange, rateByBasisPoints } from './bulk-update-plan.js';
import type { ChangeProductsBody } from './bulk-update.dto.js';
import { newProduct } from './product-draft.js';

const FRUITS = 'fruits';
const DALS = 'dals';
const SECTION_NAMES = new Map([
  [FRUITS, 'Fruits'],
  [DALS, 'Dals & Pulses'],
]);

function product(name: string, values: Partial<Product> = {}): Product {
  const draft = newProduct({ sectionId: FRUITS, name, unitType: 'kg', ratePerUnit: 1000 }, 0);
  return { ...draft, id: name, ...values };
}

function planOf(body: ChangeProductsBody, ...products: Product[]) {
  return planBulkChange(body, {
    products: new Map(products.map((item) => [item.id, item])),
    sectionNames: SECTION_NAMES,
    taxClasses: new Map([['gst-5', 'gst-5']]),
  });
}

const seen = (...names: string[]): { id: string; version: number }[] =>
  names.map((id) => ({ id, version: 1 }));

describe('rateByBasisPoints', () => {
  it.each([
    [4850, 500, 1, 5093],
    [4850, 500, 100, 5100],
    [333, -1000, 1, 300],
    [1, 5000, 1, 2],
    [1, 4999, 1, 1],
    [199, 250, 1, 204],
    [100_000_000, 100, 1, 101_000_000],
  ])(
    'changes %i by %i basis points, rounded half up to %i, to %i',
    (rate, basisPoints, roundTo, expected) => {
      expect(rateByBasisPoints(rate, basisPoints, roundTo)).toBe(expected);
    },
  );

  it('rounds small rates to minor units only, and no paid rate to zero', () => {
    expect(rateByBasisPoints(38, 500, 100)).toBe(40);
    expect(rateByBasisPoints(1999, 0, 100)).toBe(1999);
    expect(rateByBasisPoints(2000, 260, 100)).toBe(2100);
    expect(rateByBasisPoints(1, -9000)).toBe(1);
    expect(rateByBasisPoints(0, 50_000)).toBe(0);
  });

  it('returns a rate within half a minor unit of the exact one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: MAX_RATE }),
        fc.integer({ min: -9000, max: 50_000 }),
        (rate, basisPoints) => {
          const after = BigInt(rateByBasisPoints(rate, basisPoints)) * 20_000n;
          const exact = BigInt(rate) * BigInt(10_000 + basisPoints) * 2n;
          expect(after > exact - 10_000n && after <= exact + 10_000n).toBe(true);
        },
      ),
    );
  });
});

describe('checkOneChange', () => {
  it.each<Partial<ChangeProductsBody>>([
    { published: true },
    { sectionId: DALS },
    { rateBasisPoints: 0 },
    { rateBasisPoints: 100, roundTo: 100 },
    { products: [{ id: 'a', version: 1, published: false }] },
  ])('accepts exactly one change: %j', (body) => {
    expect(() => checkSingleChange({ products: seen('a'), ...body })).not.toThrow();
  });

  it.each<Partial<ChangeProductsBody>>([
    {},
    { published: true, sectionId: DALS },
    { published: true, roundTo: 100 },
    { published: true, products: [{ id: 'a', version: 1, ratePerUnit: 1 }] },
    { products: [...seen('a'), { id: 'b', version: 1, ratePerUnit: 1 }] },
  ])('refuses anything but one change: %j', (body) => {
    expect(() => checkSingleChange({ products: seen('a'), ...body })).toThrow(
      expect.objectContaining({ code: 'request.invalid' }) as Error,
    );
  });
});

describe('planBulkChange', () => {
  it('marks unaffected products as unchanged and increments the version of the others', () => {
    const { planned } = planOf(
      { products: seen('a', 'b'), published: true },
      product('a'),
      product('b', { published: false }),
    );
    expect(planned.map(({ isChanged, after: { version } }) => [isChanged, version])).toEqual([
      [false, 1],
      [true, 2],
    ]);
  });

  it('applies its own values to each product', () => {
    const products = [
      { id: 'a', version: 1, ratePerUnit: 7 },
      { id: 'b', version: 1, sectionId: DALS, published: false },
    ];
    const { planned } = planOf({ products }, product('a'), product('b'));
    expect(planned[0]?.after).toEqual({ ...product('a'), ratePerUnit: 7, version: 2 });
    expect(planned[1]).toMatchObject({ sectionNameBefore: 'Fruits', sectionName: 'Dals & Pulses' });
    expect(planned[1]?.after).toEqual({ ...product('b'), sectionId: DALS, published: false, version: 2 });
  });

  it('lists every conflict with its code', () => {
    const products = [
      { id: 'gone', version: 1, published: true },
      { id: 'stale', version: 1, published: true },
      { id: 'lost', version: 1, sectionId: 'nowhere' },
      { id: 'fine', version: 1, published: true },
    ];
    const { conflicts: inTheWay } = planOf(
      { products },
      product('stale', { version: 4 }),
      product('lost'),
      product('fine'),
    );
    expect(inTheWay).toMatchObject([
      { id: 'gone', name: null, code: 'catalog.product-not-found' },
      { id: 'stale', name: 'stale', code: 'request.stale-version', currentVersion: 4 },
      { id: 'lost', name: 'lost', code: 'catalog.section-not-found' },
    ]);
  });

  it('refuses a rate above the maximum', () => {
    const body = { products: seen('dear', 'dearest'), rateBasisPoints: 1 };
    const { conflicts: inTheWay } = planOf(
      body,
      product('dear', { ratePerUnit: 99_990_000 }),
      product('dearest', { ratePerUnit: 99_990_002 }),
    );
    expect(inTheWay.map(({ id, code }) => [id, code])).toEqual([['dearest', 'catalog.rate-too-high']]);
  });
});

describe('nameClashes', () => {
  it('reports names taken in the new section and equal names that move to the same section', () => {
    const chana = (id: string, sectionId: string): Product => product('Chana', { id, sectionId });
    const { planned } = planOf(
      { products: seen('one', 'two', 'other'), sectionId: DALS },
      chana('one', FRUITS),
      chana('two', 'spices'),
      product('other'),
    );
    expect(nameClashes(planned, []).map(({ id }) => id)).toEqual(['one', 'two']);
    expect(nameClashes(planned.slice(0, 1), [chana('three', DALS)]).map(({ id }) => id)).toEqual(['one']);
    expect(nameClashes(planned.slice(0, 1), [])).toEqual([]);
  });
});
