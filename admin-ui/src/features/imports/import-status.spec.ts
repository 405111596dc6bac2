import { expect, it } from 'vitest';
import { isCancellable, isUnfinished, stepOf } from './import-status';

it('lists the unfinished statuses and those that can be cancelled', () => {
  const all = ['queued', 'validating', 'applying', 'done', 'invalid', 'failed', 'cancelled'] as const;
  expect(all.filter((status) => isUnfinished({ status }))).toEqual(['queued', 'validating', 'applying']);
  expect(all.filter((status) => isCancellable({ status }))).toEqual(['queued', 'validating']);
});

it('moves from the check through its result to the applied import', () => {
  expect(stepOf({ status: 'validating', dryRun: true })).toBe(1);
  expect(stepOf({ status: 'invalid', dryRun: true })).toBe(2);
  expect(stepOf({ status: 'done', dryRun: true })).toBe(2);
  expect(stepOf({ status: 'applying', dryRun: false })).toBe(3);
  expect(stepOf({ status: 'done', dryRun: false })).toBe(3);
});
