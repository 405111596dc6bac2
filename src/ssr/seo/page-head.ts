import { escapedJson, escapedText } from '../html/escape-html.js';

/** What a document says of itself, to browsers and to those who show a link to it. Addresses are whole ones. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Undefined where nobody who searches the web shall find the page. */
  readonly canonical?: string;
  readonly siteName: string;
  readonly locale: string;
  readonly image: string;
  /** What it is about, and what for: a product has its price with it. */
  readonly price?: { readonly amount: string; readonly currency: string };
  /** The picture that the shopper sees first, as the page asks for it. */
  readonly preloadedImage?: string;
  /** Of schema.org. */
  readonly things: readonly object[];
}

/** The elements that a document's head has for it. */
export function headElements(head: PageHead): string {
  const { title, description, canonical, preloadedImage, things } = head;
  return [
    `<title>${escapedText(title)}</title>`,
    ...(preloadedImage === undefined
      ? []
      : [`<link rel="preload" as="image" fetchpriority="high" href="${escapedText(preloadedImage)}">`]),
    meta('name', 'description', description),
    ...(canonical === undefined
      ? [meta('name', 'robots', 'noindex')]
      : [`<link rel="canonical" href="${escapedText(canonical)}">`]),
    ...openGraph(head),
    ...things.map(
      (thing) => `<script type="application/ld+json">${escapedJson(JSON.stringify(thing))}</script>`,
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
  return `<meta ${attribute}="${name}" content="${escapedText(content)}">`;
}
