import { useQuery } from '@pinia/colada';
import { reactive, watch } from 'vue';
import { responseBody, api } from 'ui-common/api/client';
import { writeStored, accountKey, readStored } from 'ui-common/browser/storage';
import type { Account } from 'ui-common/session/session';
import { draftOf, readAddress, type Address } from './address';

/**
 * The address draft of the checkout. Starts with the stored draft, or with the address of the latest order. Stored in this
 * browser until the shopper signs out.
 *
 * @param sent address of an order whose outcome is unknown
 */
export function useAddressDraft({ id, displayName }: Account, sent: Address | undefined) {
  const key = accountKey('address', id);
  const initial = sent ?? readAddress(readStored(key));
  const draft = reactive(draftOf(initial ?? { name: displayName }));

  const { data } = useQuery({
    key: ['orders', 'latest-address', id],
    query: async () => {
      const { items } = await responseBody(api.GET('/api/v1/orders', { params: { query: { limit: 1 } } }));
      return items[0]?.address ?? null;
    },
    enabled: initial === undefined,
  });
  let isTouched = initial !== undefined;
  watch(
    data,
    (latest) => {
      if (latest && !isTouched) Object.assign(draft, draftOf(latest));
    },
    { immediate: true },
  );
  watch(draft, (typed) => {
    isTouched = true;
    writeStored(key, typed);
  });
  return draft;
}
