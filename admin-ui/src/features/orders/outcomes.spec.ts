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
    expect(
      summarizeOutcomes([moved('a'), refused('b', 'orders.transition-not-allowed'), moved('c')]),
    ).toEqual({
      moved: ['a', 'c'],
      number: undefined,
      refused: 1,
    });
  });

  it('has what an order needs before it can be changed', () => {
    const { problem } = summarizeOutcomes([moved('a'), refused('b', 'documents.legal-missing')]);
    expect(problem?.code).toBe('documents.legal-missing');
  });

  it('returns the order number of a single moved order', () => {
    expect(summarizeOutcomes([moved('a')])).toMatchObject({ number: 'N-a', refused: 0 });
    expect(summarizeOutcomes([refused('a', 'x')])).toMatchObject({ number: undefined, refused: 1 });
  });
});
