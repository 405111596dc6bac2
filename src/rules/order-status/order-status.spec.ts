import { ROLES } from '../../platform/access/roles.js';
import { canTransition, isFinal, nextStatuses, ORDER_STATUSES, ORDER_TRANSITIONS } from './order-status.js';

const STAFF_TRANSITIONS = {
  placed: ['packed', 'cancelled'],
  packed: ['out_for_delivery', 'cancelled'],
  out_for_delivery: ['delivered'],
  delivered: [],
  cancelled: [],
};

/** The statuses that each role may change an order to. */
const NEXT_STATUSES = {
  user: { placed: ['cancelled'], packed: [], out_for_delivery: [], delivered: [], cancelled: [] },
  store_manager: STAFF_TRANSITIONS,
  admin: STAFF_TRANSITIONS,
} as const;

describe('ORDER_TRANSITIONS', () => {
  it.each(ROLES)('allows %s these transitions and no others', (role) => {
    for (const from of ORDER_STATUSES) {
      const allowed: readonly string[] = NEXT_STATUSES[role][from];
      expect(nextStatuses(from, role)).toEqual(allowed);
      for (const to of ORDER_STATUSES) expect(canTransition(from, to, role)).toBe(allowed.includes(to));
    }
  });

  it('lists no transition twice', () => {
    const transitions = ORDER_TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(transitions).size).toBe(transitions.length);
  });
});

describe('isFinal', () => {
  it('returns true for the statuses that no transition leaves', () => {
    expect(ORDER_STATUSES.filter(isFinal)).toEqual(['delivered', 'cancelled']);
  });
});
