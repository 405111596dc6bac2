import type { ReactiveHead } from '@unhead/vue';
import type { PageDescription, Site } from './page-description';

/** After the title: browsers fetch the image that is visible first before all else. */
const IMAGE_PRIORITY = 11;

/** Returns the elements of the HTML head of a page. URLs are absolute. */
export function headTags(site: Site, page: PageDescription): ReactiveHead {
  const { url, store, t } = site;
  const title = [page.title, store.name].filter((part) => part !== '').join(' · ');
  const description = page.description ?? t('head.store', { store: store.name });
  const canonical = page.path === undefined ? undefined : url + page.path;
  const image = page.image ?? undefined;
  const properties: Record<string, string | undefined> = {
    'og:site_name': store.name,
    'og:type': page.price === undefined ? 'website' : 'product',
    'og:title': title,
    'og:description': description,
    'og:url': canonical,
    'og:image': url + (image ?? '/icons/icon-512.png'),
    'og:locale': store.locale.replaceAll('-', '_'),
    'product:price:amount': page.price,
    'product:price:currency': page.price === undefined ? undefined : store.currency,
  };
  return {
    title,
    link: [
      ...(image === undefined
        ? []
        : [{ rel: 'preload', as: 'image', fetchpriority: 'high', href: image, tagPriority: IMAGE_PRIORITY }]),
      ...(canonical === undefined ? [] : [{ rel: 'canonical', href: canonical }]),
    ] as ReactiveHead['link'],
    meta: [
      { name: 'description', content: description },
      ...(canonical === undefined ? [{ name: 'robots', content: 'noindex' }] : []),
      ...Object.entries(properties)
        .filter(([, content]) => content !== undefined)
        .map(([property, content]) => ({ property, content })),
    ] as ReactiveHead['meta'],
    script: (page.nodes ?? []).map((node) => ({
      type: 'application/ld+json',
      innerHTML: JSON.stringify(node),
    })),
  };
}
