import { defineQueryOptions, useQuery } from '@pinia/colada';
import { responseBody, api } from '../api/client.ts';

const STORE_PATH = '/api/v1/store';

export const STORE_QUERY = defineQueryOptions({
  key: ['store'],
  query: () => responseBody(api.GET(STORE_PATH)),
  meta: { url: STORE_PATH },
  staleTime: Infinity,
  gcTime: false,
});

/** Queries the store information: name, currency, language and order workflow. It is fetched again where charges matter. */
export function useStore() {
  return useQuery(STORE_QUERY);
}
