import { describe, expect, it } from 'vitest';
import { isView, viewsOf, withView } from './saved-views';

const TO_PACK = { name: 'To pack', query: { status: 'placed', sort: 'oldest' } };

describe('saved views', () => {
  it('replaces a view of the same name and sorts by name', () => {
    const newer = { name: 'To pack', query: { status: 'packed' } };
    const other = { name: 'Big ones', query: { sort: '-total' } };
    expect(withView(withView([TO_PACK], other), newer)).toEqual([other, newer]);
  });

  it('recognizes a view regardless of parameter order and page', () => {
    expect(isView(TO_PACK, { sort: 'oldest', page: '3', status: 'placed' })).toBe(true);
    expect(isView(TO_PACK, { status: 'placed' })).toBe(false);
  });

  it.each([undefined, 'x', [{ name: 1 }], [{ name: 'a', query: { status: 1 } }], [null]])(
    'ignores invalid storage: %j',
    (stored) => {
      expect(viewsOf(stored)).toEqual([]);
    },
  );
});
