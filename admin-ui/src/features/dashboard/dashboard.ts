import { useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';
import { storeDay } from 'ui-common/common/day';
import { useStore } from 'ui-common/composables/useStore';
import { useFollowed } from '../../composables/useFollowed';

export type Figures = Schema<'DashboardView'>;

const KEY = ['dashboard', 'figures'];
const WEEK = 7;
/** Days that the bars show: two weeks, so that each stands beside the same day of the week before. */
const SHOWN_DAYS = 13;

/** How the store stands right now. */
export function useDashboard() {
  return useQuery({ key: KEY, query: () => answerOf(api.GET('/api/v1/admin/dashboard')) });
}

/**
 * Keeps the figures, and what is made of them, as the server tells them from now on.
 *
 * @param onChange is called when they change: orders have moved, then
 */
export function useLiveDashboard(onChange: () => void = () => undefined): void {
  const cache = useQueryCache();
  useFollowed(
    '/api/v1/admin/dashboard/events',
    ({ type, data }) => {
      if (type !== 'figures') return;
      const before = cache.getQueryData(KEY);
      cache.setQueryData(KEY, JSON.parse(data) as Figures);
      if (before !== undefined && JSON.stringify(before) !== data) onChange();
    },
    onChange,
  );
}

/** The sales of this weekday a week ago, by the hour: today is not over, and should be held against as much of that day. */
export function useLastWeek() {
  const { data: store } = useStore();
  const day = (): string => storeDay(Date.now(), store.value?.timeZone ?? 'UTC', WEEK);
  return useQuery({
    key: () => ['dashboard', 'last-week', day()],
    query: () =>
      answerOf(
        api.GET('/api/v1/admin/reports/sales', {
          params: { query: { groupBy: 'hour', from: day(), to: day() } },
        }),
      ),
    enabled: () => store.value !== undefined,
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

/** Whether every product's ledger and every order's lines add up: for admins. */
export function useBooks(isAllowed: () => boolean) {
  return useQuery({
    key: ['books'],
    query: () => answerOf(api.GET('/api/v1/admin/books')),
    enabled: isAllowed,
  });
}
