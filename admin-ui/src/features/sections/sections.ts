import { useQuery, useQueryCache } from '@pinia/colada';
import { responseBody, api, type Schema } from 'ui-common/api/client';

export type Section = Schema<'AdminSectionView'>;
export type SectionChanges = Omit<Schema<'ChangeSectionBody'>, 'version'>;

/** Queries the sections in their order, with the numbers of published and hidden products. */
export function useSections() {
  return useQuery({ key: ['sections'], query: fetchSections });
}

/** Fetches the current sections. @throws ApiProblem */
export function fetchSections(): Promise<Schema<'AdminSectionList'>> {
  return responseBody(api.GET('/api/v1/admin/sections'));
}

/** Queries a section with fresh counts, for a decision that depends on them; null if it no longer exists. */
export function useSectionNow(id: () => string) {
  return useQuery({
    key: () => ['sections', 'now', id()],
    query: async () => (await fetchSections()).items.find((section) => section.id === id()) ?? null,
    staleTime: 0,
  });
}

/** Saves the order of all sections, by ID. @throws ApiProblem `catalog.sections-changed` if the IDs are not exactly the current ones */
export function orderSections(ids: string[]): Promise<Schema<'AdminSectionList'>> {
  return responseBody(api.PUT('/api/v1/admin/sections/order', { body: { ids } }));
}

/** Creates a section. @throws ApiProblem */
export function createSection(body: Schema<'CreateSectionBody'>): Promise<Schema<'SectionView'>> {
  return responseBody(api.POST('/api/v1/admin/sections', { body }));
}

/** Changes a section, based on the given version. @throws ApiProblem */
export function changeSection(
  { id, version }: Section,
  changes: SectionChanges,
): Promise<Schema<'SectionView'>> {
  return responseBody(
    api.PATCH('/api/v1/admin/sections/{id}', { params: { path: { id } }, body: { ...changes, version } }),
  );
}

/** Deletes a section. @param moveProductsTo target section for its products; undefined if it has none @throws ApiProblem */
export async function deleteSection({ id, version }: Section, moveProductsTo?: string): Promise<void> {
  await responseBody(
    api.DELETE('/api/v1/admin/sections/{id}', {
      params: { path: { id }, query: { version, moveProductsTo } },
    }),
  );
}

/** Returns a function that invalidates all queries that depend on sections. */
export function useSectionsChanged(): () => Promise<void> {
  const cache = useQueryCache();
  return async () => {
    await Promise.all([
      cache.invalidateQueries({ key: ['sections'] }),
      cache.invalidateQueries({ key: ['products'] }),
    ]);
  };
}
