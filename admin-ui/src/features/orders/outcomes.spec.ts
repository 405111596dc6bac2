import { describe, expect, it } from 'vitest';
import type { Outcome } from './orders';
import { summarizeOutcomes } from './outcomes';

const moved = (orderId: string): Outcome => ({
  orderId,
  order: { number: `N-${orderId}` } as Outcome['order'],
  problem: null,
});
const refused = (orderId: string, code: string): Outcome => ({
  orderId,
  order: null,
  problem: { code, title: '', detail: '' },
});

describe('summarizeOutcomes', () => {
  it('counts refused orders and lists the IDs of moved ones', () => {
    expect(summarizeOutcomes([moved('a'), refused('b', 'x'), moved('c')])).toEqual({
      moved: ['a', 'c'],
      number: undefined,
      refused: 1,
    });
  });

  it('returns the order number of a single moved order', () => {
    expect(summarizeOutcomes([moved('a')])).toMatchObject({ number: 'N-a', refused: 0 });
    expect(summarizeOutcomes([refused('a', 'x')])).toMatchObject({ number: undefined, refused: 1 });
  });
});
