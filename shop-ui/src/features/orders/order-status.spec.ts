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
const states = (status: OrderStatus, ...completed: OrderStatus[]): string[] =>
  progressOf({ status, timeline: completed.map((entry) => step(entry)) }, STATUSES).map(
    (entry) => `${entry.status} ${entry.state}`,
  );

describe('progressOf', () => {
  it('returns completed, current and upcoming steps', () => {
    expect(states('packed', 'placed', 'packed')).toEqual([
      'placed done',
      'packed current',
      'out_for_delivery ahead',
      'delivered ahead',
    ]);
  });

  it('ends with delivered', () => {
    expect(states('delivered', 'placed', 'packed', 'out_for_delivery', 'delivered').at(-1)).toBe(
      'delivered current',
    );
  });

  it('ends with cancelled for a cancelled order', () => {
    expect(states('cancelled', 'placed', 'cancelled')).toEqual(['placed done', 'cancelled current']);
  });

  it('keeps times and notes of completed steps', () => {
    const timeline = [step('placed'), step('packed', 'No mint today')];
    expect(progressOf({ status: 'packed', timeline }, STATUSES)[1]).toEqual({
      status: 'packed',
      state: 'current',
      at: '2026-01-05T09:12:44.120Z',
      note: 'No mint today',
    });
  });
});

describe('mayCancel and isFinal', () => {
  it('lets shoppers cancel only placed orders', () => {
    expect(STATUSES.filter((status) => mayCancel(status, TRANSITIONS))).toEqual(['placed']);
  });

  it('treats delivered and cancelled as final', () => {
    expect(STATUSES.filter((status) => isFinal(status, TRANSITIONS))).toEqual(['delivered', 'cancelled']);
  });
});
