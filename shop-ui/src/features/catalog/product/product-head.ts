import { nameIn } from '../../../common/names';
import { useNames } from '../../../composables/useNames';
import { shortened, type PageDescription, type Site } from '../../../head/page-description';
import { breadcrumbs, priceOf, productNode } from '../../../head/structured-data';
import { usePageHead } from '../../../head/usePageHead';
import type { Product } from '../../cart/cart-line';
import type { Section } from '../../../composables/useSections';

/** Sets the head of the page of a product. */
export function useProductHead(product: () => Product | undefined, section: () => Section | undefined): void {
  const { nameOf } = useNames();
  usePageHead(import.meta.env.SSR ? (site) => describe(site, product(), section()) : undefined, () => {
    const shown = product();
    return shown === undefined ? undefined : nameOf(shown);
  });
}

function describe(
  site: Site,
  product: Product | undefined,
  section: Section | undefined,
): PageDescription | undefined {
  if (product === undefined) return undefined;
  const { slug, description, imageUrl } = product;
  const name = nameIn(product, site.language);
  const path = `/products/${encodeURIComponent(slug)}`;
  const price = priceOf(site, product);
  const steps =
    section === undefined
      ? []
      : [{ name: nameIn(section, site.language), path: `/sections/${encodeURIComponent(section.slug)}` }];
  const defaultText = site.t('head.product', {
    product: name,
    store: site.store.name,
    rate: moneyText(site, price),
    unit: product.unitType,
  });
  return {
    title: name,
    description: shortened(`${defaultText} ${description}`),
    path,
    image: imageUrl,
    price,
    nodes: [productNode(site, product, path), breadcrumbs(site, [...steps, { name, path }])],
  };
}

function moneyText({ store: { locale, currency } }: Site, price: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(price as Intl.StringNumericLiteral);
}
