import { descriptionIn, nameIn } from '../../../common/names';
import { useNames } from '../../../composables/useNames';
import { shortened, type PageDescription, type Site } from '../../../head/page-description';
import { breadcrumbs } from '../../../head/structured-data';
import { usePageHead } from '../../../head/usePageHead';
import type { Section } from '../../../composables/useSections';

/** Sets the head of the page of a section. */
export function useSectionHead(section: () => Section | undefined): void {
  const { nameOf } = useNames();
  usePageHead(import.meta.env.SSR ? (site) => describe(site, section()) : undefined, () => {
    const shown = section();
    return shown === undefined ? undefined : nameOf(shown);
  });
}

function describe(site: Site, section: Section | undefined): PageDescription | undefined {
  if (section === undefined) return undefined;
  const { slug } = section;
  const name = nameIn(section, site.language);
  const description = descriptionIn(section, site.language);
  const path = `/sections/${encodeURIComponent(slug)}`;
  const defaultText = site.t('head.section', { section: name, store: site.store.name });
  return {
    title: name,
    description: shortened(description === '' ? defaultText : description),
    path,
    nodes: [breadcrumbs(site, [{ name, path }])],
  };
}
