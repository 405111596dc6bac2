import { describe, expect, it } from 'vitest';
import type { Figures } from '../dashboard/dashboard';
import { allSeen, noticesOf, readSeen, stillSeen, type Notice } from './notices';

const calm = {
  openOrders: { placed: 0, packed: 3, outForDelivery: 1 },
  outOfStock: 0,
  lowStock: 0,
  pendingAccounts: 0,
  pendingSectionRequests: 0,
  failedEvents: 0,
  books: { balanced: true },
} as Figures;
const busy: Figures = {
  ...calm,
  openOrders: { ...calm.openOrders, placed: 4 },
  lowStock: 2,
  pendingAccounts: 1,
  books: { ...calm.books, balanced: false },
};
const brief = (notices: readonly Notice[]): string[] =>
  notices.map(({ name, count, fresh }) => `${name} ${count} ${fresh}`);

describe('notices', () => {
  it('are there while something waits', () => {
    expect(noticesOf(calm, true, {})).toEqual([]);
    expect(brief(noticesOf(busy, true, {}))).toEqual([
      'placed 4 4',
      'low-stock 2 2',
      'accounts 1 1',
      'books 1 1',
    ]);
  });

  it('of what only an admin can do are for admins', () => {
    expect(brief(noticesOf(busy, false, {}))).toEqual(['placed 4 4', 'low-stock 2 2']);
  });

  it('are news until they have been seen', () => {
    const seen = allSeen(noticesOf(busy, false, {}));
    expect(brief(noticesOf(busy, false, seen))).toEqual(['placed 4 0', 'low-stock 2 0']);
    const more = { ...busy, openOrders: { ...busy.openOrders, placed: 5 } };
    expect(brief(noticesOf(more, false, seen))).toEqual(['placed 5 1', 'low-stock 2 0']);
  });

  it('are news again where what was seen has been done', () => {
    const seen = allSeen(noticesOf(busy, false, {}));
    const done = noticesOf(calm, false, seen);
    expect(brief(noticesOf(busy, false, stillSeen(done, seen)))).toEqual(['placed 4 4', 'low-stock 2 2']);
  });
});

describe('what the browser has kept', () => {
  it.each([[undefined], [null], ['nonsense'], [[]], [{ placed: 'many', accounts: 1.5 }]])(
    'is nothing where it is %j',
    (kept) => expect(readSeen(kept)).toEqual({}),
  );

  it('is what was seen', () => expect(readSeen({ placed: 3 })).toEqual({ placed: 3 }));
});
