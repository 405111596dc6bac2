import fc from 'fast-check';
import { cacheKey } from './cache-key.js';

it('builds a readable key from the subject and the parameters', () => {
  expect(cacheKey('products', { limit: 20, sort: 'name' })).toBe('products:{"limit":20,"sort":"name"}');
  expect(cacheKey('product', 'an-id')).toBe('product:an-id');
  expect(cacheKey('sections')).toBe('sections:');
});

it('ignores undefined parameters', () => {
  expect(cacheKey('products', { limit: 20, sort: undefined })).toBe(cacheKey('products', { limit: 20 }));
});

it('builds distinct keys of at most 200 characters for distinct parameters', () => {
  const parameters = fc.record({
    section: fc.string({ maxLength: 500 }),
    cursor: fc.string({ maxLength: 500 }),
  });
  fc.assert(
    fc.property(parameters, parameters, (a, b) => {
      const [first, second] = [cacheKey('products', a), cacheKey('products', b)];
      expect(first.length).toBeLessThanOrEqual(200);
      expect(first === second).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});
