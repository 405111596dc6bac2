import { describe, expect, it } from 'vitest';
import { isFinal, nextStep, waysOn } from './order-status';

const TRANSITIONS: Parameters<typeof waysOn>[2] = [
  { from: 'placed', to: 'packed', by: ['store_manager', 'admin'] },
  { from: 'placed', to: 'cancelled', by: ['user', 'store_manager', 'admin'] },
  { from: 'packed', to: 'cancelled', by: ['admin'] },
];

describe('the way of an order', () => {
  it('ends where no transition leads on', () => {
    expect(isFinal('placed', TRANSITIONS)).toBe(false);
    expect(isFinal('cancelled', TRANSITIONS)).toBe(true);
  });

  it('leads on by its next step, and cancelling is none', () => {
    expect(nextStep({ nextStatuses: ['cancelled', 'packed'] })).toBe('packed');
    expect(nextStep({ nextStatuses: ['cancelled'] })).toBeUndefined();
  });

  it('is open to those whose role may go it', () => {
    expect(waysOn('placed', 'store_manager', TRANSITIONS)).toEqual(['packed', 'cancelled']);
    expect(waysOn('packed', 'store_manager', TRANSITIONS)).toEqual([]);
  });
});
