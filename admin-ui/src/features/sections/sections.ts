import { useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';

export type Section = Schema<'AdminSectionView'>;
export type SectionChanges = Omit<Schema<'ChangeSectionBody'>, 'version'>;

/** The store's sections in their order, with how many products shoppers see in each, and how many they do not. */
export function useSections() {
  return useQuery({ key: ['sections'], query: fetchSections });
}

/** The sections as they are now. @throws ApiProblem */
export function fetchSections(): Promise<Schema<'AdminSectionList'>> {
  return answerOf(api.GET('/api/v1/admin/sections'));
}

/** A section with its counts as they are at this moment, for whoever is about to decide by them; null where it is gone. */
export function useSectionNow(id: () => string) {
  return useQuery({
    key: () => ['sections', 'now', id()],
    query: async () => (await fetchSections()).items.find((section) => section.id === id()) ?? null,
    staleTime: 0,
  });
}

/** Puts all sections into an order, by their ids. @throws ApiProblem `catalog.sections-changed` where there are others */
export function orderSections(ids: string[]): Promise<Schema<'AdminSectionList'>> {
  return answerOf(api.PUT('/api/v1/admin/sections/order', { body: { ids } }));
}

/** @throws ApiProblem */
export function createSection(body: Schema<'CreateSectionBody'>): Promise<Schema<'SectionView'>> {
  return answerOf(api.POST('/api/v1/admin/sections', { body }));
}

/** Changes a section, on the version that was seen. @throws ApiProblem */
export function changeSection(
  { id, version }: Section,
  changes: SectionChanges,
): Promise<Schema<'SectionView'>> {
  return answerOf(
    api.PATCH('/api/v1/admin/sections/{id}', { params: { path: { id } }, body: { ...changes, version } }),
  );
}

/** @param moveProductsTo the section that its products go to; undefined where it has none @throws ApiProblem */
export async function deleteSection({ id, version }: Section, moveProductsTo?: string): Promise<void> {
  await answerOf(
    api.DELETE('/api/v1/admin/sections/{id}', {
      params: { path: { id }, query: { version, moveProductsTo } },
    }),
  );
}

/** Has what depends on sections fetched anew. */
export function useSectionsChanged(): () => Promise<void> {
  const cache = useQueryCache();
  return async () => {
    await Promise.all([
      cache.invalidateQueries({ key: ['sections'] }),
      cache.invalidateQueries({ key: ['products'] }),
    ]);
  };
}
