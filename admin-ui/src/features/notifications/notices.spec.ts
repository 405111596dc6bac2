import { describe, expect, it } from 'vitest';
import type { DashboardNumbers } from '../dashboard/dashboard';
import { allSeen, noticesOf, readSeen, limitSeen, type Notice } from './notices';

const quiet = {
  openOrders: { placed: 0, packed: 3, outForDelivery: 1 },
  outOfStock: 0,
  lowStock: 0,
  withoutHsn: 0,
  pendingAccounts: 0,
  pendingSectionRequests: 0,
  failedEvents: 0,
  books: { balanced: true },
} as DashboardNumbers;
const busy: DashboardNumbers = {
  ...quiet,
  openOrders: { ...quiet.openOrders, placed: 4 },
  lowStock: 2,
  withoutHsn: 42,
  pendingAccounts: 1,
  books: { ...quiet.books, balanced: false },
};
const brief = (notices: readonly Notice[]): string[] =>
  notices.map(({ name, count, fresh }) => `${name} ${count} ${fresh}`);

describe('noticesOf', () => {
  it('lists concerns with a count above 0', () => {
    expect(noticesOf(quiet, true, {})).toEqual([]);
    expect(brief(noticesOf(busy, true, {}))).toEqual([
      'placed 4 4',
      'low-stock 2 2',
      'without-hsn 42 42',
      'accounts 1 1',
      'books 1 1',
    ]);
  });

  it('omits admin concerns for managers', () => {
    expect(brief(noticesOf(busy, false, {}))).toEqual(['placed 4 4', 'low-stock 2 2', 'without-hsn 42 42']);
  });

  it('counts as new only what has not been seen', () => {
    const seen = allSeen(noticesOf(busy, false, {}));
    expect(brief(noticesOf(busy, false, seen))).toEqual(['placed 4 0', 'low-stock 2 0', 'without-hsn 42 0']);
    const more = { ...busy, openOrders: { ...busy.openOrders, placed: 5 } };
    expect(brief(noticesOf(more, false, seen))).toEqual(['placed 5 1', 'low-stock 2 0', 'without-hsn 42 0']);
  });

  it('counts a concern as new again after it was resolved', () => {
    const seen = allSeen(noticesOf(busy, false, {}));
    const done = noticesOf(quiet, false, seen);
    expect(brief(noticesOf(busy, false, limitSeen(done, seen)))).toEqual([
      'placed 4 4',
      'low-stock 2 2',
      'without-hsn 42 42',
    ]);
  });
});

describe('readSeen', () => {
  it.each([[undefined], [null], ['nonsense'], [[]], [{ placed: 'many', accounts: 1.5 }]])(
    'ignores invalid storage: %j',
    (stored) => expect(readSeen(stored)).toEqual({}),
  );

  it('returns the stored counts', () => expect(readSeen({ placed: 3 })).toEqual({ placed: 3 }));
});
