import { describe, expect, it } from 'vitest';
import { isFinal, mayCancel, progressOf, type OrderStatus, type Transition } from './order-status';

const STATUSES: readonly OrderStatus[] = ['placed', 'packed', 'out_for_delivery', 'delivered', 'cancelled'];
const STAFF: Transition['by'] = ['store_manager', 'admin'];
const TRANSITIONS: readonly Transition[] = [
  { from: 'placed', to: 'packed', by: STAFF },
  { from: 'packed', to: 'out_for_delivery', by: STAFF },
  { from: 'out_for_delivery', to: 'delivered', by: STAFF },
  { from: 'placed', to: 'cancelled', by: ['user', ...STAFF] },
  { from: 'packed', to: 'cancelled', by: STAFF },
];

const step = (status: OrderStatus, note: string | null = null) => ({
  status,
  at: '2026-01-05T09:12:44.120Z',
  by: 'asha',
  note,
});
const states = (status: OrderStatus, ...taken: OrderStatus[]): string[] =>
  progressOf({ status, timeline: taken.map((one) => step(one)) }, STATUSES).map(
    (one) => `${one.status} ${one.state}`,
  );

describe('the progress of an order', () => {
  it('shows what was done, where it is, and what lies ahead', () => {
    expect(states('packed', 'placed', 'packed')).toEqual([
      'placed done',
      'packed current',
      'out_for_delivery ahead',
      'delivered ahead',
    ]);
  });

  it('ends with the delivery', () => {
    expect(states('delivered', 'placed', 'packed', 'out_for_delivery', 'delivered').at(-1)).toBe(
      'delivered current',
    );
  });

  it('ends where the order was cancelled', () => {
    expect(states('cancelled', 'placed', 'cancelled')).toEqual(['placed done', 'cancelled current']);
  });

  it('keeps the times and notes of the steps that were taken', () => {
    const timeline = [step('placed'), step('packed', 'No mint today')];
    expect(progressOf({ status: 'packed', timeline }, STATUSES)[1]).toEqual({
      status: 'packed',
      state: 'current',
      at: '2026-01-05T09:12:44.120Z',
      note: 'No mint today',
    });
  });
});

describe('what can be done with an order', () => {
  it('is cancelled by the shopper only until it is packed', () => {
    expect(STATUSES.filter((status) => mayCancel(status, TRANSITIONS))).toEqual(['placed']);
  });

  it('is over once it is delivered or cancelled', () => {
    expect(STATUSES.filter((status) => isFinal(status, TRANSITIONS))).toEqual(['delivered', 'cancelled']);
  });
});
