import { describe, expect, it } from 'vitest';
import { movementOf, shortageOf, stockAfter, validateMovement, type MovementDraft } from './movement';

/** Of 12.5 kg in the store, 2.5 kg are promised. */
const STOCK = { quantityOnHand: 12.5, quantityPromised: 2.5, quantityAvailable: 10 };
const draft = (changes: Partial<MovementDraft>): MovementDraft => ({
  reason: 'delivery',
  delta: '2.5',
  counted: '',
  note: '',
  acceptShortage: false,
  ...changes,
});
const count = (counted: string, changes: Partial<MovementDraft> = {}): MovementDraft =>
  draft({ reason: 'correction', counted, ...changes });

describe('stock movement', () => {
  it('adds a delivery, subtracts waste and sets what is on hand to a count', () => {
    const after = (of: MovementDraft): (number | undefined)[] => {
      const stock = stockAfter(of, 'kg', STOCK);
      return [stock?.quantityOnHand, stock?.quantityPromised, stock?.quantityAvailable];
    };
    expect(after(draft({}))).toEqual([15, 2.5, 12.5]);
    expect(after(draft({ reason: 'waste', delta: '750 g' }))).toEqual([11.75, 2.5, 9.25]);
    expect(after(count('11'))).toEqual([11, 2.5, 8.5]);
    expect(after(count('2.5'))).toEqual([2.5, 2.5, 0]);
    expect(after(count('2'))).toEqual([undefined, undefined, undefined]);
    expect(after(count('2', { acceptShortage: true }))).toEqual([2.5, 2.5, 0]);
  });

  it('finds a count of less than is promised', () => {
    expect(shortageOf(count('0'), 'kg', STOCK)).toEqual({ counted: 0, promised: 2500, short: 2500 });
    expect(shortageOf(count('2.25'), 'kg', STOCK)).toEqual({ counted: 2250, promised: 2500, short: 250 });
    expect(shortageOf(count('2.5'), 'kg', STOCK)).toBeUndefined();
    expect(shortageOf(draft({ reason: 'waste', delta: '1' }), 'kg', STOCK)).toBeUndefined();
  });

  it('returns the field and code of the first error', () => {
    const error = (of: MovementDraft): string | undefined => {
      const [first] = validateMovement(of, 'kg', STOCK);
      return first && `${first.field} ${first.code}`;
    };
    expect(error(draft({}))).toBeUndefined();
    expect(error(draft({ delta: ' ' }))).toBe('delta field.required');
    expect(error(draft({ delta: 'much' }))).toBe('delta field.is-quantity');
    expect(error(draft({ delta: '0' }))).toBe('delta field.is-quantity');
    expect(error(draft({ reason: 'waste', delta: '10.5' }))).toBe('delta catalog.stock-below-zero');
    expect(error(count(''))).toBe('counted field.required');
    expect(error(count('much'))).toBe('counted field.is-quantity');
    expect(error(count('2'))).toBe('counted catalog.count-below-promised');
    expect(error(count('0', { acceptShortage: true }))).toBeUndefined();
    expect(error(count('12.5'))).toBeUndefined();
  });

  it('sends a difference in units, and a count as it was counted', () => {
    expect(movementOf(draft({ reason: 'waste', delta: '0.5', note: '  ' }), 'kg', STOCK)).toEqual({
      reason: 'waste',
      delta: -0.5,
      note: null,
    });
    expect(movementOf(count('11', { note: 'Monday' }), 'kg', STOCK)).toEqual({
      reason: 'correction',
      counted: 11,
      seenOnHand: 12.5,
      acceptShortage: false,
      note: 'Monday',
    });
  });
});
