import type { ProductView } from '../../catalog/catalog.dto.js';
import { decimalOf } from '../../platform/common/money/money-format.js';

const CONTEXT = 'https://schema.org';

/** Where the store is found, and what it is called. */
export interface Site {
  /** Without a slash at its end. */
  readonly url: string;
  readonly name: string;
  readonly currency: string;
  readonly currencyDigits: number;
}

/** The store, and how to search in it. */
export function siteThings({ url, name, currency }: Site): object[] {
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

/** The way from the front page to where one is. */
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

/** A product with what it costs, and whether it can be had. */
export function productThing(site: Site, product: ProductView, path: string): object {
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
