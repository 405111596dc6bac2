import { attemptOf, hashOf, type KeyedRequest } from './attempt.js';

const request = (changes: object = {}): KeyedRequest => ({
  headers: { 'idempotency-key': 'a key' },
  method: 'POST',
  params: {},
  query: {},
  routeOptions: { url: '/api/v1/orders' },
  user: { id: 'asha' },
  ...changes,
});

const hashIn = (changes: object, body: unknown): string | undefined =>
  attemptOf(request(changes), body)?.bodyHash;

describe('attemptOf', () => {
  it('names user, key and operation', () => {
    expect(attemptOf(request(), { a: 1 })).toMatchObject({
      userId: 'asha',
      key: 'a key',
      operation: 'POST /api/v1/orders',
      bodyHash: hashOf({ a: 1 }),
    });
  });

  it('is undefined without a key', () => {
    expect(attemptOf(request({ headers: {} }), {})).toBeUndefined();
  });

  it.each(['', 'k'.repeat(256), 'ключ', 'a\nb', ['a', 'b']])('refuses the key %j', (key) => {
    expect(() => attemptOf(request({ headers: { 'idempotency-key': key } }), {})).toThrow(
      expect.objectContaining({ code: 'request.idempotency-key-invalid', kind: 'malformed' }) as Error,
    );
  });

  it('differs by path, query and body, and not by the order of fields', () => {
    const hashes = [
      hashIn({}, { a: 1, b: 2 }),
      hashIn({}, { a: 1, b: 3 }),
      hashIn({ params: { id: '1' } }, { a: 1, b: 2 }),
      hashIn({ params: { id: '2' } }, { a: 1, b: 2 }),
      hashIn({ query: { version: '1' } }, { a: 1, b: 2 }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashIn({}, { b: 2, a: 1, c: undefined })).toBe(hashes[0]);
  });
});
