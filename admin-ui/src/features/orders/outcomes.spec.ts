import { describe, expect, it } from 'vitest';
import type { Outcome } from './orders';
import { tallyOf } from './outcomes';

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

describe('tallyOf', () => {
  it('counts refused orders and lists the IDs of moved ones', () => {
    expect(tallyOf([moved('a'), refused('b', 'x'), moved('c')])).toEqual({
      moved: ['a', 'c'],
      number: undefined,
      refused: 1,
    });
  });

  it('returns the order number of a single moved order', () => {
    expect(tallyOf([moved('a')])).toMatchObject({ number: 'N-a', refused: 0 });
    expect(tallyOf([refused('a', 'x')])).toMatchObject({ number: undefined, refused: 1 });
  });
});
