import { useQuery } from '@pinia/colada';
import { answerOf, api, type Schema } from '../api/client.ts';
import { fromFirstAnswer } from '../api/initial-data.ts';

const STORE = '/api/v1/store';

/** What the store is: its name, money and language, and the ways of an order. It does not change while the shop is open. */
export function useStore() {
  return useQuery({
    key: ['store'],
    ...fromFirstAnswer(STORE, {}, (store: Schema<'StoreView'>) => store),
    query: () => answerOf(api.GET(STORE)),
    staleTime: Infinity,
    gcTime: false,
  });
}
