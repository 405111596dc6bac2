import { useQuery } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { useSession } from 'ui-common/session/session';

export type FrequentProduct = Schema<'FrequentProduct'>;

/** Enough to find one that was not cancelled. */
const RECENT_ORDERS = 5;

/** Queries the products that the signed-in shopper orders most often. */
export function useFrequentProducts() {
  const session = useSession();
  return useQuery(() => ({
    key: ['orders', 'frequent-products', session.account?.id ?? ''],
    query: async ({ signal }): Promise<readonly FrequentProduct[]> =>
      (await responseBody(api.GET('/api/v1/orders/frequent-products', { signal }))).items,
    enabled: session.isShopper,
  }));
}

/** Queries the latest order of the signed-in shopper that was not cancelled; null if there is none. */
export function useLastOrder() {
  const session = useSession();
  return useQuery(() => ({
    key: ['orders', 'last', session.account?.id ?? ''],
    query: async ({ signal }) => {
      const query = { limit: RECENT_ORDERS };
      const { items } = await responseBody(api.GET('/api/v1/orders', { params: { query }, signal }));
      return items.find(({ status }) => status !== 'cancelled') ?? null;
    },
    enabled: session.isShopper,
  }));
}
