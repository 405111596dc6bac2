import { describe, expect, it } from 'vitest';
import { canUndo, isFinal, nextStep } from './order-status';

const TRANSITIONS: Parameters<typeof isFinal>[1] = [
  { from: 'placed', to: 'packed', by: ['store_manager', 'admin'] },
  { from: 'placed', to: 'cancelled', by: ['user', 'store_manager', 'admin'] },
  { from: 'packed', to: 'cancelled', by: ['admin'] },
];

describe('the way of an order', () => {
  it('ends where no transition leads on', () => {
    expect(isFinal('placed', TRANSITIONS)).toBe(false);
    expect(isFinal('cancelled', TRANSITIONS)).toBe(true);
  });

  it('leads back where one status alone comes before', () => {
    expect(canUndo('packed', TRANSITIONS)).toBe(true);
    expect(canUndo('cancelled', TRANSITIONS)).toBe(false);
    expect(canUndo('placed', TRANSITIONS)).toBe(false);
  });

  it('leads on by its next step, and cancelling is none', () => {
    expect(nextStep({ nextStatuses: ['cancelled', 'packed'] })).toBe('packed');
    expect(nextStep({ nextStatuses: ['cancelled'] })).toBeUndefined();
  });
});
