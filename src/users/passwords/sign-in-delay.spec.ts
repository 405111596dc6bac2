import { delayAfter, FREE_FAILURES } from './sign-in-delay.js';

describe('delayAfter', () => {
  it('returns 0 for the free failures', () => {
    expect([0, 1, 5].map((failures) => delayAfter(failures, FREE_FAILURES.account))).toEqual([0, 0, 0]);
    expect(delayAfter(20, FREE_FAILURES.address)).toBe(0);
  });

  it('starts at one second and doubles with each failure', () => {
    expect([6, 7, 8, 9].map((failures) => delayAfter(failures, FREE_FAILURES.account))).toEqual([
      1000, 2000, 4000, 8000,
    ]);
    expect(delayAfter(21, FREE_FAILURES.address)).toBe(1000);
  });

  it('never exceeds 15 minutes', () => {
    expect([15, 16, 100, 5000].map((failures) => delayAfter(failures, 5))).toEqual([
      512_000, 900_000, 900_000, 900_000,
    ]);
  });
});
