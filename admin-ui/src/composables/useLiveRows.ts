import { shallowRef } from 'vue';
import { withRows, type TableResult } from './table-result';
import { useTaskProgress } from './useTaskProgress';

/**
 * Updates the rows of unfinished jobs from their event streams, ahead of the next fetch of the page.
 *
 * @param isRunning true for the jobs to follow
 * @param pathOf URL path of a job's event stream
 */
export function useLiveRows<Job extends { readonly id: string }>(
  result: TableResult<Job>,
  isRunning: (job: Job) => boolean,
  pathOf: (id: string) => string,
): TableResult<Job> {
  const newest = shallowRef<ReadonlyMap<string, Job>>(new Map());
  const live = withRows(result, (job) => newest.value.get(job.id) ?? job);
  useTaskProgress<Job>(
    () => live.data.value?.items.filter(isRunning) ?? [],
    pathOf,
    (now) => {
      newest.value = new Map([...newest.value, [now.id, now]]);
    },
  );
  return live;
}
