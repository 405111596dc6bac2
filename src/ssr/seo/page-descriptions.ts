import { Injectable } from '@nestjs/common';
import type { ProductView, SectionView } from '../../catalog/catalog.dto.js';
import { decimalOf, moneyFormat } from '../../platform/common/money/money-format.js';
import { Config, type StoreConfig } from '../../platform/config/config.js';
import { storeUrl } from '../../platform/config/store-url.js';
import { storeView } from '../../store-info/store-view.js';
import type { PageTitle } from '../shop-page.js';
import { filled, shopTexts, type ShopTexts } from '../shop-texts.js';
import type { PageHead } from './page-head.js';
import { breadcrumbs, productThing, siteThings, type Site } from './structured-data.js';

/** What is shown of a page where it is found in the web, in characters. */
const MAX_DESCRIPTION_LENGTH = 200;

/** Says of each page what it is about, in the store's language. */
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
      things: siteThings(this.site),
    };
  }

  section({ name, slug, description }: SectionView): PageHead {
    const path = `/sections/${encodeURIComponent(slug)}`;
    const usual = filled(this.texts.section, { section: name, store: this.store.name });
    return {
      ...this.common(name),
      description: shortened(description === '' ? usual : description),
      canonical: this.site.url + path,
      things: [breadcrumbs(this.site, [{ name, path }])],
    };
  }

  /** @param section where it is */
  product(product: ProductView, section: SectionView | undefined): PageHead {
    const { name, slug, description, ratePerUnit, imageUrl } = product;
    const { site } = this;
    const path = `/products/${encodeURIComponent(slug)}`;
    const steps = section === undefined ? [] : [stepTo(section)];
    const rate = this.money(ratePerUnit);
    const usual = filled(this.texts.product, {
      product: name,
      store: site.name,
      rate,
      unit: product.unitType,
    });
    const amount = decimalOf(ratePerUnit, site.currencyDigits);
    return {
      ...this.common(name),
      description: shortened(`${usual} ${description}`.trim()),
      canonical: site.url + path,
      price: { amount, currency: site.currency },
      ...(imageUrl === null ? {} : { image: site.url + imageUrl, preloadedImage: imageUrl }),
      things: [productThing(site, product, path), breadcrumbs(site, [...steps, { name, path }])],
    };
  }

  /** A page that nobody shall find by searching the web. */
  withoutIndex(title: PageTitle): PageHead {
    return this.common(this.texts.titles[title]);
  }

  /** The document that may become any page. */
  shell(): PageHead {
    return { ...this.common(''), title: this.store.name };
  }

  private common(title: string): PageHead {
    const { name, locale } = this.store;
    return {
      title: `${title} · ${name}`,
      description: filled(this.texts.store, { store: name }),
      siteName: name,
      locale,
      image: `${this.site.url}/icons/icon-512.png`,
      things: [],
    };
  }
}

function stepTo({ name, slug }: SectionView): { name: string; path: string } {
  return { name, path: `/sections/${encodeURIComponent(slug)}` };
}

/** A text in one line, and cut between two words where it is too long. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= MAX_DESCRIPTION_LENGTH) return line;
  return `${line.slice(0, MAX_DESCRIPTION_LENGTH).replace(/[\ud800-\udbff]$|\s\S*$/, '')} …`;
}
