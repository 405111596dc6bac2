import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { SECOND_MS } from '../dates/durations.ts';
import { useCountdown } from './useCountdown.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('counts down to 0 and then stops its timer', () => {
  const { seconds, start } = useCountdown();
  start(2);
  expect(seconds.value).toBe(2);
  vi.advanceTimersByTime(SECOND_MS);
  expect(seconds.value).toBe(1);
  vi.advanceTimersByTime(SECOND_MS);
  expect([seconds.value, vi.getTimerCount()]).toEqual([0, 0]);
});

it('stops its timer with its scope', () => {
  const scope = effectScope();
  scope.run(() => useCountdown().start(60));
  expect(vi.getTimerCount()).toBe(1);
  scope.stop();
  expect(vi.getTimerCount()).toBe(0);
});
