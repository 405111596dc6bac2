import { useInfiniteQuery, useQueryCache } from '@pinia/colada';
import { computed } from 'vue';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { missingFields, type FieldError } from 'ui-common/forms/field-error';

export type SectionRequest = Schema<'SectionRequestView'>;
export type RequestType = SectionRequest['requestType'];

/** Input of the request form, for all request types. Unused fields are empty. */
export interface RequestInput {
  requestType: RequestType;
  sectionId: string;
  sectionName: string;
  moveProductsTo: string;
  reason: string;
}

const QUERY_KEY = ['section-requests'];
const PAGE_SIZE = 10;

/** Queries the own requests, newest first, page by page. */
export function useSectionRequests() {
  const query = useInfiniteQuery({
    key: [...QUERY_KEY, 'own'],
    query: ({ pageParam: cursor }) =>
      responseBody(api.GET('/api/v1/section-requests', { params: { query: { cursor, limit: PAGE_SIZE } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const requests = computed(() => query.data.value?.pages.flatMap(({ items }) => items));
  return { ...query, requests };
}

/** Returns a function that sends a request and reloads the own requests. */
export function useRequestSection() {
  const cache = useQueryCache();
  return async (input: RequestInput): Promise<void> => {
    await responseBody(api.POST('/api/v1/section-requests', { body: bodyOf(input) }));
    void cache.invalidateQueries({ key: QUERY_KEY });
  };
}

/** Returns the request body with only the fields that the request type uses. */
export function bodyOf({ requestType, ...input }: RequestInput): Schema<'AskForSectionBody'> {
  const { sectionId, sectionName, reason } = input;
  if (requestType === 'create') return { requestType, sectionName, reason };
  if (requestType === 'rename') return { requestType, sectionId, sectionName, reason };
  const moveProductsTo = input.moveProductsTo === '' ? null : input.moveProductsTo;
  return { requestType, sectionId, moveProductsTo, reason };
}

/**
 * Returns an error for each missing field.
 *
 * @param products number of products in the section to delete
 */
export function validateRequest(input: RequestInput, products: number): FieldError[] {
  const mustMoveProducts = input.requestType === 'delete' && products > 0;
  return missingFields(input, [
    ...(input.requestType === 'create' ? [] : (['sectionId'] as const)),
    ...(input.requestType === 'delete' ? [] : (['sectionName'] as const)),
    ...(mustMoveProducts ? (['moveProductsTo'] as const) : []),
    'reason',
  ]);
}
