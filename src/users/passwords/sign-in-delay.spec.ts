import { delayAfter, FREE_FAILURES } from './sign-in-delay.js';

describe('delay after failures to sign in', () => {
  it('is nothing for the free ones', () => {
    expect([0, 1, 5].map((failures) => delayAfter(failures, FREE_FAILURES.account))).toEqual([0, 0, 0]);
    expect(delayAfter(20, FREE_FAILURES.address)).toBe(0);
  });

  it('begins at a second and doubles', () => {
    expect([6, 7, 8, 9].map((failures) => delayAfter(failures, FREE_FAILURES.account))).toEqual([
      1000, 2000, 4000, 8000,
    ]);
    expect(delayAfter(21, FREE_FAILURES.address)).toBe(1000);
  });

  it('never exceeds a quarter of an hour', () => {
    expect([15, 16, 100, 5000].map((failures) => delayAfter(failures, 5))).toEqual([
      512_000, 900_000, 900_000, 900_000,
    ]);
  });
});
