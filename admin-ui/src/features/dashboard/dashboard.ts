import { useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';
import { storeDay } from 'ui-common/dates/day';
import { useStore } from 'ui-common/composables/useStore';
import { watch } from 'vue';
import { useEventStream } from '../../composables/useEventStream';

export type Figures = Schema<'DashboardView'>;

const KEY = ['dashboard', 'figures'];
/** Days that the bars show: two weeks, so that each stands beside the same day of the week before. */
const SHOWN_DAYS = 13;

/** How the store stands right now. */
export function useDashboard() {
  return useQuery({ key: KEY, query: () => answerOf(api.GET('/api/v1/admin/dashboard')) });
}

/** Keeps the figures as the server tells them from now on, for whichever page shows them. */
export function useLiveDashboard(): void {
  const cache = useQueryCache();
  useEventStream(
    '/api/v1/admin/dashboard/events',
    ({ type, data }) => {
      if (type === 'figures') cache.setQueryData(KEY, JSON.parse(data) as Figures);
    },
    () => void cache.invalidateQueries({ key: KEY }),
  );
}

/** Calls something when the figures have changed: orders have moved, then. */
export function useDashboardChange(onChange: () => void): void {
  const { data } = useDashboard();
  watch(data, (now, before) => {
    if (before !== undefined && JSON.stringify(now) !== JSON.stringify(before)) onChange();
  });
}

/** The sales of the last two weeks, by the day. */
export function useRecentDays() {
  const { data: store } = useStore();
  const day = (ago: number): string => storeDay(Date.now(), store.value?.timeZone ?? 'UTC', ago);
  return useQuery({
    key: () => ['dashboard', 'days', day(0)],
    query: () =>
      answerOf(
        api.GET('/api/v1/admin/reports/sales', {
          params: { query: { groupBy: 'day', from: day(SHOWN_DAYS), to: day(0) } },
        }),
      ),
    enabled: () => store.value !== undefined,
  });
}
