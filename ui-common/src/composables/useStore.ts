import { useQuery } from '@pinia/colada';
import { responseBody, api, type Schema } from '../api/client.ts';
import { withInitialData } from '../api/initial-data.ts';

const STORE_PATH = '/api/v1/store';

/** Queries the store information: name, currency, language and order workflow. It does not change while a page is open. */
export function useStore() {
  return useQuery({
    key: ['store'],
    ...withInitialData(STORE_PATH, {}, (store: Schema<'StoreView'>) => store),
    query: () => responseBody(api.GET(STORE_PATH)),
    staleTime: Infinity,
    gcTime: false,
  });
}
