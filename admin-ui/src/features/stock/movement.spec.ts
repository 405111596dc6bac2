import { describe, expect, it } from 'vitest';
import { deltaOf, movementFaults, movementOf, stockLevelOf, type MovementDraft } from './movement';

const RICE = { quantityAvailable: 12.5, unitType: 'kg' as const };
const draft = (changes: Partial<MovementDraft>): MovementDraft => ({
  reason: 'delivery',
  delta: '2.5',
  note: '',
  ...changes,
});

describe('a stock movement', () => {
  it('adds a delivery, takes waste away, and brings a count to what was counted', () => {
    expect(deltaOf(draft({}), RICE)).toBe(2500);
    expect(deltaOf(draft({ reason: 'waste', delta: '750 g' }), RICE)).toBe(-750);
    expect(deltaOf(draft({ reason: 'correction', delta: '11' }), RICE)).toBe(-1500);
    expect(deltaOf(draft({ reason: 'correction', delta: '0' }), RICE)).toBe(-12_500);
  });

  it('says what is wrong with it', () => {
    const code = (changes: Partial<MovementDraft>): string | undefined =>
      movementFaults(draft(changes), RICE)[0]?.code;
    expect(code({})).toBeUndefined();
    expect(code({ delta: ' ' })).toBe('field.required');
    expect(code({ delta: 'much' })).toBe('field.is-quantity');
    expect(code({ delta: '0' })).toBe('field.is-quantity');
    expect(code({ reason: 'correction', delta: '12.5' })).toBe('stock.as-counted');
    expect(code({ reason: 'waste', delta: '13' })).toBe('catalog.stock-below-zero');
  });

  it('is sent in units, without a note that says nothing', () => {
    expect(movementOf(draft({ reason: 'waste', delta: '0.5', note: '  ' }), RICE)).toEqual({
      reason: 'waste',
      delta: -0.5,
      note: null,
    });
  });

  it('knows little from none', () => {
    expect(
      [0, 2, 5].map((quantityAvailable) => stockLevelOf({ quantityAvailable, lowStockThreshold: 5 })),
    ).toEqual(['out', 'low', 'enough']);
  });
});
