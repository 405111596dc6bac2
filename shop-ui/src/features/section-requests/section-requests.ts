import { useInfiniteQuery, useQuery, useQueryCache } from '@pinia/colada';
import { computed } from 'vue';
import { answerOf, api, type Schema } from 'ui-common/api/client';
import { missing, type Fault } from 'ui-common/common/fault';

export type SectionRequest = Schema<'SectionRequestView'>;
export type RequestType = SectionRequest['requestType'];

/** What is filled in, whatever is asked for; empty for what is not said. */
export interface Wish {
  requestType: RequestType;
  sectionId: string;
  sectionName: string;
  moveProductsTo: string;
  reason: string;
}

const KEY = ['section-requests'];
const PAGE = 10;

/** The own requests, newest first, page by page. */
export function useSectionRequests() {
  const query = useInfiniteQuery({
    key: [...KEY, 'own'],
    query: ({ pageParam: cursor }) =>
      answerOf(api.GET('/api/v1/section-requests', { params: { query: { cursor, limit: PAGE } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const requests = computed(() => query.data.value?.pages.flatMap(({ items }) => items));
  return { ...query, requests };
}

/** Asks, and fetches the own requests anew. */
export function useAskForSection() {
  const cache = useQueryCache();
  return async (wish: Wish): Promise<void> => {
    await answerOf(api.POST('/api/v1/section-requests', { body: bodyOf(wish) }));
    void cache.invalidateQueries({ key: KEY });
  };
}

/** All sections, for those who may ask for one to be changed. */
export function useSections(enabled: () => boolean) {
  return useQuery({
    key: [...KEY, 'sections'],
    query: async () => (await answerOf(api.GET('/api/v1/sections'))).items,
    enabled,
  });
}

/** What the request says: only what its type has a use for. */
export function bodyOf({ requestType, ...wish }: Wish): Schema<'AskForSectionBody'> {
  const { sectionId, sectionName, reason } = wish;
  if (requestType === 'create') return { requestType, sectionName, reason };
  if (requestType === 'rename') return { requestType, sectionId, sectionName, reason };
  const moveProductsTo = wish.moveProductsTo === '' ? null : wish.moveProductsTo;
  return { requestType, sectionId, moveProductsTo, reason };
}

/**
 * What is missing from a request.
 *
 * @param products how many the section has that shall be deleted
 */
export function faultsOf(wish: Wish, products: number): Fault[] {
  const hasToGo = wish.requestType === 'delete' && products > 0;
  return missing(wish, [
    ...(wish.requestType === 'create' ? [] : (['sectionId'] as const)),
    ...(wish.requestType === 'delete' ? [] : (['sectionName'] as const)),
    ...(hasToGo ? (['moveProductsTo'] as const) : []),
    'reason',
  ]);
}
