import type { Schema } from 'ui-common/api/client';

type Status = Schema<'ImportView'>['status'];

const UNDER_WAY: readonly Status[] = ['queued', 'validating', 'applying'];

/** Whether something may still come of it. */
export function isUnderWay({ status }: { readonly status: Status }): boolean {
  return UNDER_WAY.includes(status);
}

/** Whether it can still be cancelled: nothing has been applied yet. */
export function isCancellable({ status }: { readonly status: Status }): boolean {
  return status === 'queued' || status === 'validating';
}

/** Where an import stands in its five steps, the first two of which are before it: file, columns, check, result of the check, applied. */
export function stepOf({ status, dryRun }: { readonly status: Status; readonly dryRun: boolean }): 2 | 3 | 4 {
  if (status === 'queued' || status === 'validating') return 2;
  if (status === 'applying' || (status === 'done' && !dryRun)) return 4;
  return 3;
}
