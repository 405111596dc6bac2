import { useQueryCache } from '@pinia/colada';
import type { Schema } from 'ui-common/api/client';
import type { Language } from 'ui-common/api/languages';
import { useI18n } from 'vue-i18n';
import { nameIn, type Named } from '../common/names';
import { sectionIn, SECTIONS_QUERY } from './useSections';

/** Names products and sections in the user's language. */
export function useNames() {
  const { locale } = useI18n();
  const queries = useQueryCache();

  function nameOf(named: Named): string {
    return nameIn(named, locale.value as Language);
  }

  /** Returns the name of a product's section: until the sections are loaded, in the language of the store. */
  function sectionNameOf({ sectionId, sectionName }: Schema<'ProductView'>): string {
    const section = sectionIn(queries.getQueryData(SECTIONS_QUERY.key), sectionId);
    return section === undefined ? sectionName : nameOf(section);
  }

  return { nameOf, sectionNameOf };
}
