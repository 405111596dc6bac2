import { Injectable } from '@nestjs/common';
import type { ProductView, SectionView } from '../../catalog/catalog.dto.js';
import { decimalOf, moneyFormat } from '../../platform/common/money/money-format.js';
import { Config, type StoreConfig } from '../../platform/config/config.js';
import { storeUrl } from '../../platform/config/store-url.js';
import { storeView } from '../../store-info/store-view.js';
import type { PageTitle } from '../shop-page.js';
import { fillPlaceholders, shopTexts, type ShopTexts } from '../shop-texts.js';
import type { PageHead } from './page-head.js';
import { breadcrumbs, productNode, siteNodes, type Site } from './structured-data.js';

/** Maximum number of characters that search results show. */
const MAX_DESCRIPTION_LENGTH = 200;

/** Describes each page in the language of the store. */
@Injectable()
export class PageDescriptions {
  private readonly store: StoreConfig;
  private readonly texts: ShopTexts;
  private readonly site: Site;
  private readonly money: (minorUnits: number) => string;

  constructor(config: Config) {
    const { name, currency, locale } = (this.store = config.store);
    const { currencyDigits } = storeView(config.store);
    this.texts = shopTexts(locale);
    this.site = { url: storeUrl(config), name, currency, currencyDigits };
    this.money = moneyFormat(locale, currency);
  }

  home(): PageHead {
    return {
      ...this.common(this.texts.titles.home),
      canonical: `${this.site.url}/`,
      nodes: siteNodes(this.site),
    };
  }

  section({ name, slug, description }: SectionView): PageHead {
    const path = `/sections/${encodeURIComponent(slug)}`;
    const defaultText = fillPlaceholders(this.texts.section, { section: name, store: this.store.name });
    return {
      ...this.common(name),
      description: shortened(description === '' ? defaultText : description),
      canonical: this.site.url + path,
      nodes: [breadcrumbs(this.site, [{ name, path }])],
    };
  }

  /** @param section section of the product */
  product(product: ProductView, section: SectionView | undefined): PageHead {
    const { name, slug, description, ratePerUnit, imageUrl } = product;
    const { site } = this;
    const path = `/products/${encodeURIComponent(slug)}`;
    const steps = section === undefined ? [] : [stepTo(section)];
    const rate = this.money(ratePerUnit);
    const defaultText = fillPlaceholders(this.texts.product, {
      product: name,
      store: site.name,
      rate,
      unit: product.unitType,
    });
    const amount = decimalOf(ratePerUnit, site.currencyDigits);
    return {
      ...this.common(name),
      description: shortened(`${defaultText} ${description}`.trim()),
      canonical: site.url + path,
      price: { amount, currency: site.currency },
      ...(imageUrl === null ? {} : { image: site.url + imageUrl, preloadedImage: imageUrl }),
      nodes: [productNode(site, product, path), breadcrumbs(site, [...steps, { name, path }])],
    };
  }

  /** Describes a page that search engines must not index. */
  withoutIndex(title: PageTitle): PageHead {
    return this.common(this.texts.titles[title]);
  }

  /** Describes the HTML page that can become any page. */
  shell(): PageHead {
    return { ...this.common(''), title: this.store.name };
  }

  private common(title: string): PageHead {
    const { name, locale } = this.store;
    return {
      title: `${title} · ${name}`,
      description: fillPlaceholders(this.texts.store, { store: name }),
      siteName: name,
      locale,
      image: `${this.site.url}/icons/icon-512.png`,
      nodes: [],
    };
  }
}

function stepTo({ name, slug }: SectionView): { name: string; path: string } {
  return { name, path: `/sections/${encodeURIComponent(slug)}` };
}

/** Returns a text in one line, cut between two words if it is too long. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= MAX_DESCRIPTION_LENGTH) return line;
  return `${line.slice(0, MAX_DESCRIPTION_LENGTH).replace(/[\ud800-\udbff]$|\s\S*$/, '')} …`;
}
