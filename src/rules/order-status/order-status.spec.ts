import {
  isFinal,
  canTransition,
  nextStatuses,
  ORDER_STATUSES,
  ORDER_TRANSITIONS,
  statusBefore,
} from './order-status.js';

describe('ORDER_TRANSITIONS', () => {
  it('allows only one step at a time from placed to delivered', () => {
    expect(canTransition('placed', 'packed', 'store_manager')).toBe(true);
    expect(canTransition('packed', 'out_for_delivery', 'admin')).toBe(true);
    expect(canTransition('out_for_delivery', 'delivered', 'store_manager')).toBe(true);
    expect(canTransition('placed', 'delivered', 'admin')).toBe(false);
    expect(canTransition('packed', 'placed', 'admin')).toBe(false);
  });

  it('lets shoppers cancel a placed order, and staff also a packed one', () => {
    expect(ORDER_STATUSES.filter((from) => canTransition(from, 'cancelled', 'user'))).toEqual(['placed']);
    expect(ORDER_STATUSES.filter((from) => canTransition(from, 'cancelled', 'admin'))).toEqual([
      'placed',
      'packed',
    ]);
  });

  it('finds the previous status only if exactly one transition leads to a status', () => {
    expect(ORDER_STATUSES.map(statusBefore)).toEqual([
      undefined,
      'placed',
      'packed',
      'out_for_delivery',
      undefined,
    ]);
  });

  it('lists no transition twice and none out of a final status', () => {
    const transitions = ORDER_TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(transitions).size).toBe(transitions.length);
    expect(nextStatuses('delivered', 'admin')).toEqual([]);
    expect(nextStatuses('cancelled', 'admin')).toEqual([]);
    expect(ORDER_STATUSES.filter(isFinal)).toEqual(['delivered', 'cancelled']);
  });
});
