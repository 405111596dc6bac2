import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';
import { orNullIfNotFound } from '../../common/or-null';

export type SectionRequest = Schema<'SectionRequestView'>;
export type Impact = Schema<'SectionImpactView'>;

const KEY = 'section-requests';

/** Filters of the requests table. */
export interface RequestFilters {
  readonly page: number;
  readonly pageSize: number;
  readonly status?: SectionRequest['status'];
  readonly requestType?: SectionRequest['requestType'];
  readonly q?: string;
}

/** Queries a page of all requests, newest first. */
export function useSectionRequests(filters: () => RequestFilters) {
  return useQuery({
    key: () => [KEY, 'table', { ...filters() }],
    query: () => fetchRequests(filters()),
    placeholderData: (previous: Schema<'SectionRequestTable'> | undefined) => previous,
  });
}

/** Queries one request; null if there is none with the ID. */
export function useSectionRequest(id: () => string) {
  return useQuery({
    key: () => [KEY, 'one', id()],
    query: () =>
      orNullIfNotFound(
        responseBody(api.GET('/api/v1/admin/section-requests/{id}', { params: { path: { id: id() } } })),
      ),
  });
}

/** Queries the effects of an approval. It is never served from the cache, since the decision depends on it. */
export function useImpact(id: () => string, isEnabled: () => boolean) {
  return useQuery({
    key: () => [KEY, 'impact', id()],
    query: () =>
      responseBody(api.GET('/api/v1/admin/section-requests/{id}/impact', { params: { path: { id: id() } } })),
    enabled: isEnabled,
    staleTime: 0,
  });
}

type Decision =
  | { readonly kind: 'approve'; readonly note: string | null; readonly sectionVersion: number | null }
  | { readonly kind: 'reject'; readonly note: string };

/** Decides a request. Refetches it in any case, since another admin may have decided first. */
export function useDecision(id: () => string) {
  const cache = useQueryCache();
  return useMutation({
    mutation: (decision: Decision) => decide(id(), decision),
    onSettled: () => {
      void cache.invalidateQueries({ key: ['dashboard'] });
      return cache.invalidateQueries({ key: [KEY] });
    },
  });
}

function decide(id: string, decision: Decision): Promise<SectionRequest> {
  const params = { path: { id } };
  if (decision.kind === 'reject') {
    const body = { note: decision.note };
    return responseBody(api.POST('/api/v1/admin/section-requests/{id}/reject', { params, body }));
  }
  const body = { note: decision.note, sectionVersion: decision.sectionVersion };
  return responseBody(api.POST('/api/v1/admin/section-requests/{id}/approve', { params, body }));
}

function fetchRequests(query: RequestFilters): Promise<Schema<'SectionRequestTable'>> {
  return responseBody(api.GET('/api/v1/admin/section-requests', { params: { query } }));
}
