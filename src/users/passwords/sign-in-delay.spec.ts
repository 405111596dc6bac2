import { delayAfter, DELAYS } from './sign-in-delay.js';

describe('delayAfter', () => {
  it('returns 0 for the free failures', () => {
    expect([0, 1, 5].map((failures) => delayAfter(failures, DELAYS.own))).toEqual([0, 0, 0]);
    expect(delayAfter(50, DELAYS.address)).toBe(0);
  });

  it('starts at one second and doubles with each failure', () => {
    expect([6, 7, 8, 9].map((failures) => delayAfter(failures, DELAYS.own))).toEqual([
      1000, 2000, 4000, 8000,
    ]);
    expect(delayAfter(51, DELAYS.account)).toBe(1000);
  });

  it('never exceeds 15 minutes, and one minute where others can cause it', () => {
    expect([15, 16, 100, 5000].map((failures) => delayAfter(failures, DELAYS.own))).toEqual([
      512_000, 900_000, 900_000, 900_000,
    ]);
    expect([60, 5000].map((failures) => delayAfter(failures, DELAYS.account))).toEqual([60_000, 60_000]);
  });
});
