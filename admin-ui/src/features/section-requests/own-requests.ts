import { useInfiniteQuery, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { missingFields, type FieldError } from 'ui-common/forms/field-error';
import { orNullIfNotFound } from '../../common/or-null';
import type { SectionRequest } from './section-requests';

const KEY = ['section-requests', 'own'];
const PAGE_SIZE = 25;

/** Input of the request form. Fields that the type of request does not use are ignored. */
export interface RequestInput {
  requestType: SectionRequest['requestType'];
  sectionId: string | null;
  sectionName: string;
  moveProductsTo: string | null;
  reason: string;
}

/** Queries the own requests, newest first, page by page. */
export function useOwnRequests() {
  return useInfiniteQuery({
    key: KEY,
    query: ({ pageParam: cursor }) =>
      responseBody(api.GET('/api/v1/section-requests', { params: { query: { cursor, limit: PAGE_SIZE } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Queries one of the own requests; null if there is none with the ID. */
export function useOwnRequest(id: () => string) {
  return useQuery({
    key: () => [...KEY, 'one', id()],
    query: () =>
      orNullIfNotFound(
        responseBody(api.GET('/api/v1/section-requests/{id}', { params: { path: { id: id() } } })),
      ),
  });
}

/** Queries the sections of which a change may be requested. */
export function useRequestableSections() {
  return useQuery({
    key: [...KEY, 'sections'],
    query: async () => (await responseBody(api.GET('/api/v1/admin/sections'))).items,
  });
}

/** Returns a function that sends a request and reloads the own requests. */
export function useSendRequest() {
  const cache = useQueryCache();
  return async (input: RequestInput): Promise<void> => {
    await responseBody(api.POST('/api/v1/section-requests', { body: bodyOf(input) }));
    void cache.invalidateQueries({ key: KEY });
  };
}

/** Returns the request body with only the fields that the type of request uses. */
export function bodyOf(input: RequestInput): Schema<'AskForSectionBody'> {
  const { requestType, sectionId, sectionName, moveProductsTo, reason } = input;
  if (requestType === 'create') return { requestType, sectionName, reason };
  if (requestType === 'rename') return { requestType, sectionId, sectionName, reason };
  return { requestType, sectionId, moveProductsTo, reason };
}

/** Returns an error for each missing field. @param hasProducts whether the section to delete has products */
export function validateRequest(input: RequestInput, hasProducts: boolean): FieldError[] {
  const { requestType } = input;
  return missingFields(input, [
    ...(requestType === 'create' ? [] : (['sectionId'] as const)),
    ...(requestType === 'delete' ? [] : (['sectionName'] as const)),
    ...(requestType === 'delete' && hasProducts ? (['moveProductsTo'] as const) : []),
    'reason',
  ]);
}
