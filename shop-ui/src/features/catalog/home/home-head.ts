import { siteNodes } from '../../../head/structured-data';
import { usePageHead } from '../../../head/usePageHead';

/** Sets the head of the home page. @param title for browsers */
export function useHomeHead(title?: () => string): void {
  usePageHead(
    import.meta.env.SSR
      ? (site) => ({ title: site.t('catalog.home.title'), path: '/', nodes: siteNodes(site) })
      : undefined,
    title,
  );
}
