import { defineQueryOptions, useQuery } from '@pinia/colada';
import { api, responseBody, type Schema } from 'ui-common/api/client';
import { MINUTE_MS } from 'ui-common/dates/durations';

export type Section = Schema<'SectionView'>;

const SECTIONS_PATH = '/api/v1/sections';
const SECTIONS_STALE_TIME_MS = 5 * MINUTE_MS;

export const SECTIONS_QUERY = defineQueryOptions({
  key: ['sections'],
  query: async ({ signal }) => (await responseBody(api.GET(SECTIONS_PATH, { signal }))).items,
  meta: { url: SECTIONS_PATH },
  staleTime: SECTIONS_STALE_TIME_MS,
});

/** Queries the store's sections in display order. */
export function useSections() {
  return useQuery(SECTIONS_QUERY);
}

/** Returns a section by slug or ID. */
export function sectionIn(
  sections: readonly Section[] | undefined,
  slugOrId: string | undefined,
): Section | undefined {
  return sections?.find(({ id, slug }) => slug === slugOrId || id === slugOrId);
}
