import { shallowRef } from 'vue';
import { withRows, type TableAnswer } from './table-result';
import { useTaskProgress } from './useTaskProgress';

/**
 * A table's page of jobs whose rows move on while they are under way, as their events tell: ahead of the page that was fetched.
 *
 * @param isUnderWay which of them to follow
 * @param pathOf the stream of one
 */
export function useLiveRows<Job extends { readonly id: string }>(
  answer: TableAnswer<Job>,
  isUnderWay: (job: Job) => boolean,
  pathOf: (id: string) => string,
): TableAnswer<Job> {
  const newest = shallowRef<ReadonlyMap<string, Job>>(new Map());
  const live = withRows(answer, (job) => newest.value.get(job.id) ?? job);
  useTaskProgress<Job>(
    () => live.data.value?.items.filter(isUnderWay) ?? [],
    pathOf,
    (now) => {
      newest.value = new Map([...newest.value, [now.id, now]]);
    },
  );
  return live;
}
