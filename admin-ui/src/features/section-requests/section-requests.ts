import { useMutation, useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';
import { foundOrNull } from '../../common/or-null';

export type SectionRequest = Schema<'SectionRequestView'>;
export type Impact = Schema<'SectionImpactView'>;

const KEY = 'section-requests';

/** What a table of requests shows. */
export interface RequestFilters {
  readonly page: number;
  readonly pageSize: number;
  readonly status?: SectionRequest['status'];
  readonly requestType?: SectionRequest['requestType'];
  readonly q?: string;
}

/** A page of everybody's requests, the newest first. */
export function useSectionRequests(filters: () => RequestFilters) {
  return useQuery({
    key: () => [KEY, 'table', { ...filters() }],
    query: () => fetchRequests(filters()),
    placeholderData: (before: Schema<'SectionRequestTable'> | undefined) => before,
  });
}

/** One request; null where there is none of that id. */
export function useSectionRequest(id: () => string) {
  return useQuery({
    key: () => [KEY, 'one', id()],
    query: () =>
      foundOrNull(
        answerOf(api.GET('/api/v1/admin/section-requests/{id}', { params: { path: { id: id() } } })),
      ),
  });
}

/** What approving would touch. It is asked for anew each time that somebody looks: he decides by it. */
export function useImpact(id: () => string, isWanted: () => boolean) {
  return useQuery({
    key: () => [KEY, 'impact', id()],
    query: () =>
      answerOf(api.GET('/api/v1/admin/section-requests/{id}/impact', { params: { path: { id: id() } } })),
    enabled: isWanted,
    staleTime: 0,
  });
}

type Decision =
  | { readonly kind: 'approve'; readonly note: string | null; readonly sectionVersion: number | null }
  | { readonly kind: 'reject'; readonly note: string };

/** Decides a request. Whatever comes of it, what is shown is asked for again: somebody else may have decided before. */
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
    return answerOf(api.POST('/api/v1/admin/section-requests/{id}/reject', { params, body }));
  }
  const body = { note: decision.note, sectionVersion: decision.sectionVersion };
  return answerOf(api.POST('/api/v1/admin/section-requests/{id}/approve', { params, body }));
}

function fetchRequests(query: RequestFilters): Promise<Schema<'SectionRequestTable'>> {
  return answerOf(api.GET('/api/v1/admin/section-requests', { params: { query } }));
}
