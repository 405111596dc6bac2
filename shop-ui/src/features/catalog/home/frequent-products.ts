import { useQuery } from '@pinia/colada';
import { responseBody, api } from 'ui-common/api/client';
import { useSession } from 'ui-common/session/session';
import type { Product } from '../../cart/cart-line';

/** Queries the products that the signed-in shopper orders most often. */
export function useFrequentProducts() {
  const session = useSession();
  return useQuery(() => ({
    key: ['orders', 'frequent-products', session.account?.id ?? ''],
    query: async ({ signal }): Promise<readonly Product[]> =>
      (await responseBody(api.GET('/api/v1/orders/frequent-products', { signal }))).items,
    enabled: session.isShopper,
  }));
}
