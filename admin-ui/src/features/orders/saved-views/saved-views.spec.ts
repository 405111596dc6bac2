import { describe, expect, it } from 'vitest';
import { isView, viewsOf, withView } from './saved-views';

const TO_PACK = { name: 'To pack', query: { status: 'placed', sort: 'oldest' } };

describe('saved views', () => {
  it('take the place of one of the same name, and stand by their names', () => {
    const newer = { name: 'To pack', query: { status: 'packed' } };
    const other = { name: 'Big ones', query: { sort: '-total' } };
    expect(withView(withView([TO_PACK], other), newer)).toEqual([other, newer]);
  });

  it('are known again whatever the order and the page', () => {
    expect(isView(TO_PACK, { sort: 'oldest', page: '3', status: 'placed' })).toBe(true);
    expect(isView(TO_PACK, { status: 'placed' })).toBe(false);
  });

  it.each([undefined, 'x', [{ name: 1 }], [{ name: 'a', query: { status: 1 } }], [null]])(
    'are none where %j is kept',
    (kept) => {
      expect(viewsOf(kept)).toEqual([]);
    },
  );
});
