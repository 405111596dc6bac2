import { api, responseBody, type Schema } from 'ui-common/api/client';
import type { Language } from 'ui-common/api/languages';
import { fetchSections, type Section } from './sections';

/** Fetches the current version of a section. @throws Error if it no longer exists */
export async function fetchSection(id: string): Promise<Section> {
  const section = (await fetchSections()).items.find((candidate) => candidate.id === id);
  if (section === undefined) throw new Error(`Section ${id} no longer exists.`);
  return section;
}

/** Replaces the texts of a section in one language, based on the given version. @throws ApiProblem */
export function setSectionText(
  { id, version }: Section,
  locale: Language,
  texts: Schema<'SectionTextView'>,
): Promise<Schema<'SectionView'>> {
  return responseBody(
    api.PUT('/api/v1/admin/sections/{id}/texts/{locale}', {
      params: { path: { id, locale } },
      body: { ...texts, version },
    }),
  );
}
