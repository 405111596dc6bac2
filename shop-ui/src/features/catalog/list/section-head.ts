import { shortened, type PageDescription, type Site } from '../../../head/page-description';
import { breadcrumbs } from '../../../head/structured-data';
import { usePageHead } from '../../../head/usePageHead';
import type { Section } from '../catalog-queries';

/** Sets the head of the page of a section. */
export function useSectionHead(section: () => Section | undefined): void {
  usePageHead(import.meta.env.SSR ? (site) => describe(site, section()) : undefined, () => section()?.name);
}

function describe(site: Site, section: Section | undefined): PageDescription | undefined {
  if (section === undefined) return undefined;
  const { name, slug, description } = section;
  const path = `/sections/${encodeURIComponent(slug)}`;
  const defaultText = site.t('head.section', { section: name, store: site.store.name });
  return {
    title: name,
    description: shortened(description === '' ? defaultText : description),
    path,
    nodes: [breadcrumbs(site, [{ name, path }])],
  };
}
