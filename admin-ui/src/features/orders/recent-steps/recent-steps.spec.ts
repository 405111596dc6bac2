import { describe, expect, it } from 'vitest';
import type { Outcome } from '../orders';
import {
  readSteps,
  stillUndoable,
  undoUntil,
  withoutOrders,
  withStep,
  type RecentStep,
} from './recent-steps';

const step = (ids: string[], until = '2026-01-05T09:20:00.000Z'): RecentStep => ({
  ids,
  to: 'packed',
  until,
});
const moved = (until?: string): Pick<Outcome, 'order'> => ({
  order: { undo: until === undefined ? null : { status: 'placed', until } } as Outcome['order'],
});

describe('recent steps', () => {
  it('can be undone until the server refuses it for the first order', () => {
    expect(undoUntil([moved('2026-01-05T09:22:00Z'), moved('2026-01-05T09:20:00Z'), { order: null }])).toBe(
      '2026-01-05T09:20:00Z',
    );
    expect(undoUntil([moved('2026-01-05T09:22:00Z'), moved()])).toBeUndefined();
    expect(undoUntil([])).toBeUndefined();
  });

  it('are several deep, and end with the time of the server', () => {
    const steps = withStep([step(['a'])], step(['b'], '2026-01-05T09:30:00.000Z'));
    expect(steps.map(({ ids }) => ids)).toEqual([['b'], ['a']]);
    expect(stillUndoable(steps, Date.parse('2026-01-05T09:25:00Z')).map(({ ids }) => ids)).toEqual([['b']]);
  });

  it('contain an order once: only its latest step can be undone', () => {
    const steps = withStep([step(['a', 'b']), step(['c'])], step(['a', 'c']));
    expect(steps.map(({ ids }) => ids)).toEqual([['a', 'c'], ['b']]);
    expect(withoutOrders(steps, ['b'])).toHaveLength(1);
  });

  it('ignore what is stored and is no step', () => {
    expect(readSteps([step(['a']), 'x', { ids: [7], to: 'packed', until: '' }, null])).toEqual([step(['a'])]);
    expect(readSteps(undefined)).toEqual([]);
  });
});
