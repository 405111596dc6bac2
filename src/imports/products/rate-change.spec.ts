import { rateNotice } from './rate-change.js';

describe('rateNotice', () => {
  it.each([
    [4500, 45],
    [45, 4500],
    [100, 501],
    [501, 100],
    [0, 1],
    [1, 0],
  ])('points out a change from %d to %d', (before, after) => {
    expect(rateNotice(before, after)).toBe('rate-changed-fivefold');
  });

  it.each([
    [100, 500],
    [500, 100],
    [4500, 4500],
    [0, 0],
    [undefined, 4500],
  ])('accepts a change from %p to %d', (before, after) => {
    expect(rateNotice(before, after)).toBeNull();
  });
});
