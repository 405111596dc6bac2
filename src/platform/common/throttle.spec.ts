import { SECOND_MS } from './durations.js';
import { Throttle } from './throttle.js';

let times: number[];
let throttle: Throttle;
beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
  times = [];
  throttle = new Throttle(500, () => times.push(Date.now()));
});
afterEach(() => jest.useRealTimers());

it('acts immediately, then once more at the end of the interval', () => {
  throttle.schedule();
  expect(times).toEqual([0]);
  jest.advanceTimersByTime(100);
  throttle.schedule();
  throttle.schedule();
  expect(times).toEqual([0]);
  jest.advanceTimersByTime(10 * SECOND_MS);
  expect(times).toEqual([0, 500]);
});

it('acts twice a second under constant calls, and once more after the last', () => {
  for (let i = 0; i < 400; i++) {
    throttle.schedule();
    jest.advanceTimersByTime(5);
  }
  jest.advanceTimersByTime(10 * SECOND_MS);
  expect(times).toEqual([0, 500, 1000, 1500, 2000]);
});

it('runs a pending call on flush, only once', () => {
  throttle.schedule();
  throttle.schedule();
  jest.advanceTimersByTime(10);
  throttle.flush();
  throttle.flush();
  jest.advanceTimersByTime(10 * SECOND_MS);
  expect(times).toEqual([0, 10]);
});

it('is due immediately, then once per interval', () => {
  const due = Array.from({ length: 6 }, () => {
    const isDue = throttle.isDue();
    jest.advanceTimersByTime(250);
    return isDue;
  });
  expect(due).toEqual([true, false, true, false, true, false]);
});

it('is first due after an interval once restarted', () => {
  throttle.restart();
  jest.advanceTimersByTime(499);
  expect(throttle.isDue()).toBe(false);
  jest.advanceTimersByTime(1);
  expect(throttle.isDue()).toBe(true);
});
