import { expect, it } from 'vitest';
import { isFinished, percentOf } from './export-progress';

it('returns the progress in percent, or undefined while it is unknown', () => {
  const at = (status: string, rowsDone: number, rowsTotal: number | null): number | undefined =>
    percentOf({ status, rowsDone, rowsTotal });
  expect(at('queued', 0, null)).toBeUndefined();
  expect(at('running', 0, null)).toBeUndefined();
  expect(at('running', 1, 3)).toBe(33);
  expect(at('running', 5, 4)).toBe(99);
  expect(at('running', 0, 0)).toBe(0);
  expect(at('done', 4, 4)).toBe(100);
});

it('treats every status except queued and running as finished', () => {
  expect(
    ['queued', 'running', 'done', 'failed', 'cancelled', 'expired'].map((status) => isFinished({ status })),
  ).toEqual([false, false, true, true, true, true]);
});
