import fc from 'fast-check';
import { cacheKey } from './cache-key.js';

it('is the same for the same question, and says what it is about', () => {
  expect(cacheKey('products', { limit: 20, sort: 'name' })).toBe('products:{"limit":20,"sort":"name"}');
  expect(cacheKey('product', 'an-id')).toBe('product:an-id');
  expect(cacheKey('sections')).toBe('sections:');
});

it('takes what is undefined as not given', () => {
  expect(cacheKey('products', { limit: 20, sort: undefined })).toBe(cacheKey('products', { limit: 20 }));
});

it('is at most 200 characters long, and another one for another question', () => {
  const details = fc.record({
    section: fc.string({ maxLength: 500 }),
    cursor: fc.string({ maxLength: 500 }),
  });
  fc.assert(
    fc.property(details, details, (one, other) => {
      const [first, second] = [cacheKey('products', one), cacheKey('products', other)];
      expect(first.length).toBeLessThanOrEqual(200);
      expect(first === second).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});
