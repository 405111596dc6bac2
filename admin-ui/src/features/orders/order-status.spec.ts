import { describe, expect, it } from 'vitest';
import { canUndo, isFinal, nextStep } from './order-status';

const TRANSITIONS: Parameters<typeof isFinal>[1] = [
  { from: 'placed', to: 'packed', by: ['store_manager', 'admin'] },
  { from: 'placed', to: 'cancelled', by: ['user', 'store_manager', 'admin'] },
  { from: 'packed', to: 'cancelled', by: ['admin'] },
];

describe('order status', () => {
  it('is final if no transition starts from it', () => {
    expect(isFinal('placed', TRANSITIONS)).toBe(false);
    expect(isFinal('cancelled', TRANSITIONS)).toBe(true);
  });

  it('can be undone if exactly one transition leads to it', () => {
    expect(canUndo('packed', TRANSITIONS)).toBe(true);
    expect(canUndo('cancelled', TRANSITIONS)).toBe(false);
    expect(canUndo('placed', TRANSITIONS)).toBe(false);
  });

  it('returns the next status and ignores cancellation', () => {
    expect(nextStep({ nextStatuses: ['cancelled', 'packed'] })).toBe('packed');
    expect(nextStep({ nextStatuses: ['cancelled'] })).toBeUndefined();
  });
});
