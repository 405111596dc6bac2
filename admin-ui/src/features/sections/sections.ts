import { useQuery, useQueryCache } from '@pinia/colada';
import { answerOf, api, type Schema } from 'ui-common/api/client';

export type Section = Schema<'SectionView'>;
export type SectionChanges = Omit<Schema<'ChangeSectionBody'>, 'version'>;

/** The store's sections in their order, with how many products shoppers see in each. */
export function useSections() {
  return useQuery({ key: ['sections'], query: fetchSections });
}

/** The sections as they are now. @throws ApiProblem */
export function fetchSections(): Promise<Schema<'SectionList'>> {
  return answerOf(api.GET('/api/v1/sections'));
}

/** How many products a section has, those counted that shoppers do not see. */
export function useSectionSize(sectionId: () => string) {
  return useQuery({
    key: () => ['products', 'count', sectionId()],
    query: () =>
      answerOf(
        api.GET('/api/v1/admin/products', { params: { query: { sectionId: sectionId(), pageSize: 1 } } }),
      ),
    staleTime: 0,
  });
}

/** @throws ApiProblem */
export function createSection(body: Schema<'CreateSectionBody'>): Promise<Section> {
  return answerOf(api.POST('/api/v1/admin/sections', { body }));
}

/** Changes a section, on the version that was seen. @throws ApiProblem */
export function changeSection({ id, version }: Section, changes: SectionChanges): Promise<Section> {
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
