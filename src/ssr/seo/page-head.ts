import { escapeJson, escapeHtml } from '../html/escape-html.js';

/** Metadata of an HTML page, for browsers and link previews. URLs are absolute. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Undefined if search engines must not index the page. */
  readonly canonical?: string;
  readonly siteName: string;
  readonly locale: string;
  readonly image: string;
  /** Price of the product. With it, the page is of type `product`. */
  readonly price?: { readonly amount: string; readonly currency: string };
  /** URL of the image that is visible first, as the page requests it. */
  readonly preloadedImage?: string;
  /** Nodes of schema.org. */
  readonly nodes: readonly object[];
}

/** Returns the elements of the HTML head. */
export function headElements(head: PageHead): string {
  const { title, description, canonical, preloadedImage, nodes: things } = head;
  return [
    `<title>${escapeHtml(title)}</title>`,
    ...(preloadedImage === undefined
      ? []
      : [`<link rel="preload" as="image" fetchpriority="high" href="${escapeHtml(preloadedImage)}">`]),
    meta('name', 'description', description),
    ...(canonical === undefined
      ? [meta('name', 'robots', 'noindex')]
      : [`<link rel="canonical" href="${escapeHtml(canonical)}">`]),
    ...openGraph(head),
    ...things.map(
      (node) => `<script type="application/ld+json">${escapeJson(JSON.stringify(node))}</script>`,
    ),
  ].join('\n    ');
}

function openGraph({ title, description, canonical, siteName, locale, image, price }: PageHead): string[] {
  const properties: readonly (readonly [string, string | undefined])[] = [
    ['og:site_name', siteName],
    ['og:type', price === undefined ? 'website' : 'product'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', canonical],
    ['og:image', image],
    ['og:locale', locale.replaceAll('-', '_')],
    ['product:price:amount', price?.amount],
    ['product:price:currency', price?.currency],
  ];
  return properties.flatMap(([name, value]) => (value === undefined ? [] : [meta('property', name, value)]));
}

function meta(attribute: 'name' | 'property', name: string, content: string): string {
  return `<meta ${attribute}="${name}" content="${escapeHtml(content)}">`;
}
