import type { ProductView } from '../../catalog/catalog.dto.js';
import { decimalOf } from '../../platform/common/money/money-format.js';

const CONTEXT = 'https://schema.org';

/** URL, name and currency of the store. */
export interface Site {
  /** Without a trailing slash. */
  readonly url: string;
  readonly name: string;
  readonly currency: string;
  readonly currencyDigits: number;
}

/** Returns the schema.org nodes of the store and its search. */
export function siteNodes({ url, name, currency }: Site): object[] {
  return [
    {
      '@context': CONTEXT,
      '@type': 'WebSite',
      name,
      url: `${url}/`,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${url}/search?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
    {
      '@context': CONTEXT,
      '@type': 'GroceryStore',
      name,
      url: `${url}/`,
      logo: `${url}/icons/icon-512.png`,
      image: `${url}/icons/icon-512.png`,
      currenciesAccepted: currency,
    },
  ];
}

/** Returns the breadcrumbs from the home page to a page. */
export function breadcrumbs(
  { url, name }: Site,
  steps: readonly { readonly name: string; readonly path: string }[],
): object {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: [{ name, path: '/' }, ...steps].map((step, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: step.name,
      item: url + step.path,
    })),
  };
}

/** Returns the schema.org node of a product with its price and availability. */
export function productNode(site: Site, product: ProductView, path: string): object {
  const { name, description, brand, imageUrl, sectionName, unitType, quantityAvailable } = product;
  const price = decimalOf(product.ratePerUnit, site.currencyDigits);
  return {
    '@context': CONTEXT,
    '@type': 'Product',
    name,
    sku: product.id,
    category: sectionName,
    url: site.url + path,
    ...(description === '' ? {} : { description }),
    ...(brand === '' ? {} : { brand: { '@type': 'Brand', name: brand } }),
    ...(imageUrl === null ? {} : { image: site.url + imageUrl }),
    offers: {
      '@type': 'Offer',
      url: site.url + path,
      price,
      priceCurrency: site.currency,
      availability: `${CONTEXT}/${quantityAvailable > 0 ? 'InStock' : 'OutOfStock'}`,
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        price,
        priceCurrency: site.currency,
        referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitText: unitType },
      },
    },
  };
}
