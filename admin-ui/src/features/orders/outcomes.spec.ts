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

describe('the outcomes of several orders', () => {
  it('are counted, and those that were moved can be taken back', () => {
    expect(tallyOf([moved('a'), refused('b', 'x'), moved('c')])).toEqual({
      moved: ['a', 'c'],
      number: undefined,
      refused: 1,
    });
  });

  it('of one order tell its number', () => {
    expect(tallyOf([moved('a')])).toMatchObject({ number: 'N-a', refused: 0 });
    expect(tallyOf([refused('a', 'x')])).toMatchObject({ number: undefined, refused: 1 });
  });
});
