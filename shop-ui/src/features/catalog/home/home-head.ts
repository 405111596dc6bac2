import { siteNodes } from '../../../head/structured-data';
import { usePageHead } from '../../../head/usePageHead';

/** Sets the head of the home page. In a browser, its route sets the title. */
export function useHomeHead(): void {
  usePageHead(
    import.meta.env.SSR
      ? (site) => ({ title: site.t('titles.home'), path: '/', nodes: siteNodes(site) })
      : undefined,
  );
}
