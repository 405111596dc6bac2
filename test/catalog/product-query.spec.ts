import { ProductQuery } from '../../src/catalog/catalog.dto.js';

const queryOf = (fields: Partial<ProductQuery>): ProductQuery => Object.assign(new ProductQuery(), fields);

describe('ProductQuery.toKey', () => {
  it('is the same for the same fields in another order', () => {
    const key = queryOf({ section: 'fruits', sort: 'rate' }).toKey();
    expect(key).toBe('{"limit":20,"section":"fruits","sort":"rate"}');
    expect(queryOf({ sort: 'rate', section: 'fruits' }).toKey()).toBe(key);
  });

  it('ignores fields that are not set', () => {
    expect(queryOf({ section: undefined }).toKey()).toBe(queryOf({}).toKey());
  });

  it('differs for each value of each field', () => {
    const queries: Partial<ProductQuery>[] = [
      {},
      { limit: 21 },
      { q: 'milk' },
      { section: 'milk' },
      { minRate: 1 },
      { maxRate: 1 },
      { inStock: true },
      { inStock: false },
      { byWeight: true },
      { madeAfter: '2026-01-01' },
      { bestBefore: '2026-01-01' },
      { cursor: 'milk' },
    ];
    expect(new Set(queries.map((fields) => queryOf(fields).toKey())).size).toBe(queries.length);
  });
});
