import { GOODS_LEAVE_AT, hasMail, ORDER_STATUS_RULES, statusBefore } from './order-status-rules.js';
import { ORDER_STATUSES, ORDER_TRANSITIONS } from './order-status.js';

describe('ORDER_STATUS_RULES', () => {
  it('keeps goods in the store until the order is on its way', () => {
    const inStore = ORDER_STATUSES.filter((status) => ORDER_STATUS_RULES[status].hasGoodsInStore);
    expect(inStore).toEqual(['placed', 'packed']);
  });

  /** Goods that have left cannot become available by a change of status. */
  it('restocks only goods that are still in the store', () => {
    for (const { from, to } of ORDER_TRANSITIONS) {
      if (ORDER_STATUS_RULES[to].onEnter.length === 0) continue;
      expect([from, ORDER_STATUS_RULES[from].hasGoodsInStore]).toEqual([from, true]);
      expect([to, ORDER_STATUS_RULES[to].hasGoodsInStore]).toEqual([to, false]);
    }
  });

  it('lets goods leave the store at one status', () => {
    const leaving = ORDER_TRANSITIONS.filter(
      ({ from, to }) =>
        ORDER_STATUS_RULES[from].hasGoodsInStore &&
        !ORDER_STATUS_RULES[to].hasGoodsInStore &&
        ORDER_STATUS_RULES[to].onEnter.length === 0,
    );
    expect(leaving.map(({ to }) => to)).toEqual([GOODS_LEAVE_AT]);
  });

  /** The back office infers from the transitions in GET /store which steps can be undone. */
  it('allows an undo exactly if one transition leads to the status', () => {
    for (const status of ORDER_STATUSES) {
      const origins = ORDER_TRANSITIONS.filter(({ to }) => to === status);
      expect(ORDER_STATUS_RULES[status].undoable).toBe(origins.length === 1);
    }
  });
});

describe('statusBefore', () => {
  it('returns the previous status of each delivery step, and none for a placement or cancellation', () => {
    expect(ORDER_STATUSES.map(statusBefore)).toEqual([
      undefined,
      'placed',
      'packed',
      'out_for_delivery',
      undefined,
    ]);
  });
});

describe('hasMail', () => {
  it('finds the statuses of each kind of mail', () => {
    const statusesWith = (mail: Parameters<typeof hasMail>[1]): string[] =>
      ORDER_STATUSES.filter((status) => hasMail(status, mail));
    expect(statusesWith('order-confirmation')).toEqual(['placed']);
    expect(statusesWith('order-status')).toEqual(['packed', 'out_for_delivery', 'delivered']);
    expect(statusesWith('order-cancelled')).toEqual(['cancelled']);
  });
});
