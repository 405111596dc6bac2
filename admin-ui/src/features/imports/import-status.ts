import type { Schema } from 'ui-common/api/client';

type Status = Schema<'ImportView'>['status'];

const UNFINISHED: readonly Status[] = ['queued', 'validating', 'applying'];

/** Returns true if the import has not finished yet. */
export function isUnfinished({ status }: { readonly status: Status }): boolean {
  return UNFINISHED.includes(status);
}

/** Returns true if the import can be cancelled, which means that nothing has been applied yet. */
export function isCancellable({ status }: { readonly status: Status }): boolean {
  return status === 'queued' || status === 'validating';
}

/** Returns the index of the import's step. Step 0, the file, precedes it; then come check, result and apply. */
export function stepOf({ status, dryRun }: { readonly status: Status; readonly dryRun: boolean }): 1 | 2 | 3 {
  if (status === 'queued' || status === 'validating') return 1;
  if (status === 'applying' || (status === 'done' && !dryRun)) return 3;
  return 2;
}
