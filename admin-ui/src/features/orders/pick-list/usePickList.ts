import { useQuery, useQueryCache } from '@pinia/colada';
import { useEventListener } from '@vueuse/core';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { accountKey, readStored, writeStored } from 'ui-common/browser/storage';
import { useSession } from 'ui-common/session/session';
import { computed } from 'vue';
import { useChanges } from '../../../composables/useChanges';
import type { Order } from '../order-status';
import { fetchOrdersById } from '../orders';
import { pickListOf, putBackOf, withTicks } from './pick-list';
import { createTickQueue } from './tick-queue';

type TickState = Schema<'PickTickState'>;
type TickQueue = ReturnType<typeof createTickQueue<TickState>>;

/** Follows the orders to pick, with ticks that all who pick share. */
export function usePickList(ids: () => readonly string[]) {
  const cache = useQueryCache();
  const key = (): string[] => ['orders', 'pick-list', ids().join(',')];
  const { data, error, refetch } = useQuery({
    key,
    query: async () => {
      const { items } = await fetchOrdersById([...ids()]);
      return items.toSorted((a, b) => ids().indexOf(a.id) - ids().indexOf(b.id));
    },
    enabled: () => ids().length > 0,
  });
  useChanges(['orders', 'pickTicks'], refetch);

  const queue = useTickQueue((states) => {
    const orders = cache.getQueryData<Order[]>(key());
    if (orders !== undefined) cache.setQueryData(key(), withTicks(orders, states));
  });
  const orders = computed(() => data.value);
  return {
    orders,
    sections: computed(() => pickListOf(orders.value ?? [], queue.unsent.value)),
    putBacks: computed(() => putBackOf(orders.value ?? [], queue.unsent.value)),
    unsentCount: computed(() => (queue.isStuck.value ? queue.unsent.value.size : 0)),
    error,
    refetch,
    tick: queue.set,
  };
}

/** The queue lives as long as the tab, so that ticks are sent from any page. */
let own: { accountId: string; queue: TickQueue; onSent: (states: readonly TickState[]) => void } | undefined;

function useTickQueue(onSent: (states: readonly TickState[]) => void): TickQueue {
  const accountId = useSession().account?.id ?? '';
  if (own?.accountId !== accountId) own = undefined;
  const name = accountKey('unsent-ticks', accountId);
  const current = (own ??= {
    accountId,
    queue: createTickQueue<TickState>({
      stored: readStored(name),
      store: (unsent) => writeStored(name, unsent.length === 0 ? undefined : unsent),
      send: async (ticks) =>
        (await responseBody(api.PUT('/api/v1/admin/pick-ticks', { body: { ticks } }))).items,
      onSent: (states) => own?.onSent(states),
    }),
    onSent,
  });
  current.onSent = onSent;
  useEventListener(window, 'online', current.queue.flush);
  current.queue.flush();
  return current.queue;
}
