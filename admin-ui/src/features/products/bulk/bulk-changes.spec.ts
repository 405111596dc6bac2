import { ApiProblem } from 'ui-common/api/api-problem';
import { describe, expect, it } from 'vitest';
import { conflictingProducts, readPercent, undoOf, type BulkChangedProduct } from './bulk-changes';

const VALUES: BulkChangedProduct['before'] = {
  ...{ ratePerUnit: 100, sectionId: 's1', sectionName: 'Fruits', published: true },
  ...{ taxClassId: null, hsn: '0702' },
};

function changed(id: string, after: Partial<typeof VALUES>): BulkChangedProduct {
  const isChanged = Object.keys(after).length > 0;
  return {
    ...{ id, name: id, unitType: 'kg', isChanged, version: isChanged ? 2 : 1 },
    ...{ before: VALUES, after: { ...VALUES, ...after } },
  };
}

describe('readPercent', () => {
  it.each([
    ['5', 500],
    ['+5 %', 500],
    ['-7.5', -750],
    ['−7,25%', -725],
    ['0', 0],
  ])('reads a percentage from "%s"', (typed, hundredths) => {
    expect(readPercent(typed)).toBe(hundredths);
  });

  it.each(['', 'five', '-95', '501', '1.234'])('rejects "%s"', (typed) => {
    expect(readPercent(typed)).toBeUndefined();
  });
});

it('undoes only the fields that were changed', () => {
  const items = [
    changed('dearer', { ratePerUnit: 105 }),
    changed('same', {}),
    changed('moved', { sectionId: 's2', sectionName: 'Dals' }),
    changed('hidden', { published: false }),
    changed('taxed', { taxClassId: 'gst-5', hsn: null }),
  ];
  expect(undoOf({ dryRun: false, changed: 4, items })).toEqual([
    { id: 'dearer', version: 2, ratePerUnit: 100 },
    { id: 'moved', version: 2, sectionId: 's1' },
    { id: 'hidden', version: 2, published: true },
    { id: 'taxed', version: 2, taxClassId: null, hsn: '0702' },
  ]);
});

describe('conflictingProducts', () => {
  it('returns the products listed in the refusal', () => {
    const products = [
      { id: 'a', name: 'Mango', code: 'request.stale-version', currentVersion: 3 },
      { id: 'b', name: null, code: 'catalog.product-not-found' },
    ];
    const refusal = new ApiProblem({ status: 409, code: 'catalog.bulk-change-refused', products });
    expect(conflictingProducts(refusal)).toEqual([
      { id: 'a', name: 'Mango', code: 'request.stale-version' },
      { id: 'b', name: undefined, code: 'catalog.product-not-found' },
    ]);
  });

  it.each([new Error('lost'), new ApiProblem({ status: 500, code: 'internal' }), undefined])(
    'returns an empty list for %s',
    (failure) => {
      expect(conflictingProducts(failure)).toEqual([]);
    },
  );
});
