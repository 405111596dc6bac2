import { useQuery } from '@pinia/colada';
import { answerOf, api, type Schema } from '../api/client.ts';
import { fromFirstAnswer } from '../api/initial-data.ts';

const STORE_PATH = '/api/v1/store';

/** Queries the store information: name, currency, language and order workflow. It does not change while a page is open. */
export function useStore() {
  return useQuery({
    key: ['store'],
    ...fromFirstAnswer(STORE_PATH, {}, (store: Schema<'StoreView'>) => store),
    query: () => answerOf(api.GET(STORE_PATH)),
    staleTime: Infinity,
    gcTime: false,
  });
}
