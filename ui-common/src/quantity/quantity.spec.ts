import { describe, expect, it } from 'vitest';
import { maxOrderable, toStep } from './quantity.ts';

describe('maxOrderable', () => {
  it.each([
    [250, 1_100, 1_000],
    [250, 249, 0],
    [1_000, 3_000, 3_000],
    [1_000, 0, 0],
  ])('with step %d and %d available returns %d', (step, available, most) => {
    expect(maxOrderable(step, available)).toBe(most);
  });
});

describe('toStep', () => {
  it.each([
    ['up', 1_130, 1_250],
    ['down', 1_120, 1_000],
    ['up to one step', 1, 250],
    ['down to the available quantity', 9_000, 2_000],
  ])('rounds %s', (_, typed, quantity) => {
    expect(toStep(typed, 250, 2_100)).toBe(quantity);
  });
});
