import { useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type Synonyms = Schema<'SynonymsView'>;

/** What staff write of synonyms. */
export type SynonymsContent = Schema<'CreateSynonymsBody'>;

interface SynonymsFilters {
  readonly page: number;
  readonly pageSize: number;
  readonly language?: Synonyms['language'];
  readonly q?: string;
}

/** Queries a page of the thesaurus, in alphabetical order. */
export function useSynonyms(filters: () => SynonymsFilters) {
  return useQuery({
    key: () => ['synonyms', { ...filters() }],
    query: () => responseBody(api.GET('/api/v1/admin/synonyms', { params: { query: filters() } })),
    placeholderData: (previous: Schema<'SynonymsTable'> | undefined) => previous,
  });
}

/** Fetches synonyms as they are saved now. @throws ApiProblem */
export function fetchSynonyms(id: string): Promise<Synonyms> {
  return responseBody(api.GET('/api/v1/admin/synonyms/{id}', { params: { path: { id } } }));
}

/** Adds synonyms. @throws ApiProblem */
export function createSynonyms(body: SynonymsContent): Promise<Synonyms> {
  return responseBody(api.POST('/api/v1/admin/synonyms', { body }));
}

/** Changes synonyms, based on the given version. @throws ApiProblem */
export function changeSynonyms({ id, version }: Synonyms, changes: SynonymsContent): Promise<Synonyms> {
  return responseBody(
    api.PATCH('/api/v1/admin/synonyms/{id}', { params: { path: { id } }, body: { ...changes, version } }),
  );
}

/** Deletes synonyms. @throws ApiProblem */
export async function deleteSynonyms({ id, version }: Synonyms): Promise<void> {
  await responseBody(
    api.DELETE('/api/v1/admin/synonyms/{id}', { params: { path: { id }, query: { version } } }),
  );
}

/** Returns a function that reloads the thesaurus. */
export function useSynonymsChanged(): () => Promise<void> {
  const cache = useQueryCache();
  return async () => {
    await cache.invalidateQueries({ key: ['synonyms'] });
  };
}
