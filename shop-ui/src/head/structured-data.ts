import type { Schema } from 'ui-common/api/client';
import { nameIn } from '../common/names';
import type { Site } from './page-description';

const CONTEXT = 'https://schema.org';

/** Returns the schema.org nodes of the store and its search. */
export function siteNodes({ url, store: { name, currency } }: Site): object[] {
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
  { url, store: { name } }: Site,
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

/** Returns the rate of a product as a decimal number. */
export function priceOf({ store: { currencyDigits } }: Site, { ratePerUnit }: Schema<'ProductView'>): string {
  return (ratePerUnit / 10 ** currencyDigits).toFixed(currencyDigits);
}

/** Returns the schema.org node of a product with its price and availability. */
export function productNode(site: Site, product: Schema<'ProductView'>, path: string): object {
  const { description, brand, imageUrl, sectionName, unitType, quantityAvailable } = product;
  const price = priceOf(site, product);
  return {
    '@context': CONTEXT,
    '@type': 'Product',
    name: nameIn(product, site.language),
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
      priceCurrency: site.store.currency,
      availability: `${CONTEXT}/${quantityAvailable > 0 ? 'InStock' : 'OutOfStock'}`,
      priceSpecification: {
        '@type': 'UnitPriceSpecification',
        price,
        priceCurrency: site.store.currency,
        referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitText: unitType },
      },
    },
  };
}
