import { useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { storeDay } from 'ui-common/dates/day';
import { useStore } from 'ui-common/composables/useStore';
import { watch } from 'vue';
import { useChanges } from '../../composables/useChanges';

export type DashboardNumbers = Schema<'DashboardView'>;

const KEY = ['dashboard', 'numbers'];
/** Days before today in the bar chart: two weeks in all, so that each weekday appears twice. */
const PAST_DAYS = 13;

/** Queries the store's current numbers. */
export function useDashboard() {
  return useQuery({ key: KEY, query: () => responseBody(api.GET('/api/v1/admin/dashboard')) });
}

/** Keeps the cached numbers up to date, for every page that shows them. */
export function useLiveDashboard(): void {
  const cache = useQueryCache();
  useChanges(['figures', 'orders'], () => cache.invalidateQueries({ key: KEY }));
}

/** Calls `onChange` when the numbers change. */
export function useDashboardChange(onChange: () => void): void {
  const { data } = useDashboard();
  watch(data, (now, before) => {
    if (before !== undefined && JSON.stringify(now) !== JSON.stringify(before)) onChange();
  });
}

/** Queries the sales of the last two weeks by day. */
export function useRecentDays() {
  const { data: store } = useStore();
  const day = (ago: number): string => storeDay(Date.now(), store.value?.timeZone ?? 'UTC', ago);
  return useQuery({
    key: () => ['dashboard', 'days', day(0)],
    query: () =>
      responseBody(
        api.GET('/api/v1/admin/reports/sales', {
          params: { query: { groupBy: 'day', from: day(PAST_DAYS), to: day(0) } },
        }),
      ),
    enabled: () => store.value !== undefined,
  });
}
