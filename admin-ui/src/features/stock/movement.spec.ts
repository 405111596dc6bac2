import { describe, expect, it } from 'vitest';
import { deltaOf, validateMovement, movementOf, stockLevelOf, type MovementDraft } from './movement';

const RICE = { quantityAvailable: 12.5, unitType: 'kg' as const };
const draft = (changes: Partial<MovementDraft>): MovementDraft => ({
  reason: 'delivery',
  delta: '2.5',
  note: '',
  ...changes,
});

describe('stock movement', () => {
  it('adds a delivery, subtracts waste and sets the stock to a count', () => {
    expect(deltaOf(draft({}), RICE)).toBe(2500);
    expect(deltaOf(draft({ reason: 'waste', delta: '750 g' }), RICE)).toBe(-750);
    expect(deltaOf(draft({ reason: 'correction', delta: '11' }), RICE)).toBe(-1500);
    expect(deltaOf(draft({ reason: 'correction', delta: '0' }), RICE)).toBe(-12_500);
  });

  it('returns the code of the first error', () => {
    const code = (changes: Partial<MovementDraft>): string | undefined =>
      validateMovement(draft(changes), RICE)[0]?.code;
    expect(code({})).toBeUndefined();
    expect(code({ delta: ' ' })).toBe('field.required');
    expect(code({ delta: 'much' })).toBe('field.is-quantity');
    expect(code({ delta: '0' })).toBe('field.is-quantity');
    expect(code({ reason: 'correction', delta: '12.5' })).toBe('stock.as-counted');
    expect(code({ reason: 'waste', delta: '13' })).toBe('catalog.stock-below-zero');
  });

  it('sends the delta in units and null for a blank note', () => {
    expect(movementOf(draft({ reason: 'waste', delta: '0.5', note: '  ' }), RICE)).toEqual({
      reason: 'waste',
      delta: -0.5,
      note: null,
    });
  });

  it('distinguishes low stock from sold out', () => {
    expect(
      [0, 2, 5].map((quantityAvailable) => stockLevelOf({ quantityAvailable, lowStockThreshold: 5 })),
    ).toEqual(['out', 'low', 'enough']);
  });
});
