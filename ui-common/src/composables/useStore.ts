import { useQuery } from '@pinia/colada';
import { answerOf, api } from '../api/client.ts';

/** What the store is: its name, money and language, and the ways of an order. It does not change while the shop is open. */
export function useStore() {
  return useQuery({
    key: ['store'],
    query: () => answerOf(api.GET('/api/v1/store')),
    staleTime: Infinity,
    gcTime: false,
  });
}
