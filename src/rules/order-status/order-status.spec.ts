import {
  isFinal,
  mayMove,
  nextStatuses,
  ORDER_STATUSES,
  ORDER_TRANSITIONS,
  statusBefore,
} from './order-status.js';

describe('the table of transitions', () => {
  it('leads from placed to delivered step by step', () => {
    expect(mayMove('placed', 'packed', 'store_manager')).toBe(true);
    expect(mayMove('packed', 'out_for_delivery', 'admin')).toBe(true);
    expect(mayMove('out_for_delivery', 'delivered', 'store_manager')).toBe(true);
    expect(mayMove('placed', 'delivered', 'admin')).toBe(false);
    expect(mayMove('packed', 'placed', 'admin')).toBe(false);
  });

  it('lets a shopper cancel what is placed, and staff also what is packed', () => {
    expect(ORDER_STATUSES.filter((from) => mayMove(from, 'cancelled', 'user'))).toEqual(['placed']);
    expect(ORDER_STATUSES.filter((from) => mayMove(from, 'cancelled', 'admin'))).toEqual([
      'placed',
      'packed',
    ]);
  });

  it('leads back where an order can have come from one status alone', () => {
    expect(ORDER_STATUSES.map(statusBefore)).toEqual([
      undefined,
      'placed',
      'packed',
      'out_for_delivery',
      undefined,
    ]);
  });

  it('has no step that it names twice, and no way out of the end', () => {
    const steps = ORDER_TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(steps).size).toBe(steps.length);
    expect(nextStatuses('delivered', 'admin')).toEqual([]);
    expect(nextStatuses('cancelled', 'admin')).toEqual([]);
    expect(ORDER_STATUSES.filter(isFinal)).toEqual(['delivered', 'cancelled']);
  });
});
