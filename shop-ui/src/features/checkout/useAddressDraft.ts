import { useQuery } from '@pinia/colada';
import { reactive, watch } from 'vue';
import { answerOf, api } from 'ui-common/api/client';
import { keep, ownName, readKept } from 'ui-common/browser/storage';
import type { Account } from 'ui-common/session/session';
import { draftOf, readAddress, type Address } from './address';

/**
 * The address as it is being typed. It begins with what was typed before, or else with where the latest order went, and is kept in
 * this browser until the shopper signs out.
 *
 * @param sent that of an order whose answer is still to come
 */
export function useAddressDraft({ id, displayName }: Account, sent: Address | undefined) {
  const name = ownName('address', id);
  const kept = sent ?? readAddress(readKept(name));
  const draft = reactive(draftOf(kept ?? { name: displayName }));

  const { data } = useQuery({
    key: ['orders', 'latest-address', id],
    query: async () => {
      const { items } = await answerOf(api.GET('/api/v1/orders', { params: { query: { limit: 1 } } }));
      return items[0]?.address ?? null;
    },
    enabled: kept === undefined,
  });
  let isTouched = kept !== undefined;
  watch(
    data,
    (latest) => {
      if (latest && !isTouched) Object.assign(draft, draftOf(latest));
    },
    { immediate: true },
  );
  watch(draft, (typed) => {
    isTouched = true;
    keep(name, typed);
  });
  return draft;
}
