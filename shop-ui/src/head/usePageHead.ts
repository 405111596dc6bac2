import { useHead } from '@unhead/vue';
import { useTitle } from 'ui-common/composables/useTitle';
import { inject, type InjectionKey } from 'vue';
import { headTags } from './head-tags';
import type { PageDescription, Site } from './page-description';
import { PageNotFound } from './page-not-found';

/** The site that the server renders. */
export const SITE: InjectionKey<Site> = Symbol('site');

/** Describes a page when its data is loaded; undefined if the page does not exist. */
type Describe = (site: Site) => PageDescription | undefined;

/**
 * Sets the head of a page: on the server all of it, in the language of the store; in a browser the title, in the language of the
 * user. Bots read only what the server sends, and unhead for browsers would add 5.7 kB to the first script.
 *
 * @param describe for the server; give undefined if `import.meta.env.SSR` is false, so that builds for browsers omit it
 * @param title of the page without the name of the store, for browsers; undefined while it loads
 */
export function usePageHead(describe: Describe | undefined, title?: () => string | undefined): void {
  if (import.meta.env.SSR) useServerHead(describe);
  else if (title !== undefined) useTitle(title);
}

function useServerHead(describe: Describe | undefined): void {
  const site = inject(SITE);
  if (site === undefined || describe === undefined) return;
  // Evaluated when the page is rendered, with all its data.
  useHead(() => {
    const page = describe(site);
    if (page === undefined) throw new PageNotFound();
    return headTags(site, page);
  });
}
