import { describe, expect, it } from 'vitest';
import { isFinal, nextStep, undoable } from './order-status';

const TRANSITIONS: Parameters<typeof isFinal>[1] = [
  { from: 'placed', to: 'packed', by: ['store_manager', 'admin'] },
  { from: 'placed', to: 'cancelled', by: ['user', 'store_manager', 'admin'] },
  { from: 'packed', to: 'cancelled', by: ['admin'] },
];

describe('order status', () => {
  it('is final if no transition starts from it', () => {
    expect(isFinal('placed', TRANSITIONS)).toBe(false);
    expect(isFinal('cancelled', TRANSITIONS)).toBe(true);
  });

  it('groups the orders that can be undone by their present status', () => {
    const order = (status: 'packed' | 'delivered', until?: string) => ({
      status,
      undo: until === undefined ? null : { status: 'placed' as const, until },
    });
    const orders = [
      order('packed', '2026-01-05T09:22:00Z'),
      order('delivered', '2026-01-05T09:21:00Z'),
      order('packed', '2026-01-05T09:19:00Z'),
      order('packed'),
    ];
    const groups = undoable(orders, Date.parse('2026-01-05T09:20:00Z'));
    expect([...groups]).toEqual([
      ['packed', [orders[0]]],
      ['delivered', [orders[1]]],
    ]);
  });

  it('returns the next status and ignores cancellation', () => {
    expect(nextStep({ nextStatuses: ['cancelled', 'packed'] })).toBe('packed');
    expect(nextStep({ nextStatuses: ['cancelled'] })).toBeUndefined();
  });
});
