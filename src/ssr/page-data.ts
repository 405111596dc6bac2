import { Injectable } from '@nestjs/common';
import {
  ProductQuery,
  type ProductView,
  type SectionList,
  type SectionView,
} from '../catalog/catalog.dto.js';
import { CatalogService } from '../catalog/catalog.service.js';
import { dayInTimeZone, daysBefore } from '../platform/calendar/store-day.js';
import { Clock } from '../platform/common/clock.js';
import { Config } from '../platform/config/config.js';
import { RequestValidation } from '../platform/http/validation/validation.pipe.js';
import { ProductNotFound } from '../stock/stock.errors.js';
import { storeView } from '../store-info/store-view.js';
import { PAGE_MODULES } from './html/page-assets.js';
import { PageDescriptions } from './seo/page-descriptions.js';
import type { PageHead } from './seo/page-head.js';
import { shopPage, type ShopPage } from './shop-page.js';

const API = '/api/v1';

/** For how many days after it was made something is told to be fresh. */
const FRESH_DAYS = 7;

/** An answer of the API, by the address that it is asked for at. */
export type FirstAnswer = readonly [address: string, json: string];

/** What a page shows. */
export interface PageContent {
  /** The same for all pages whose documents are the same while their answers are. */
  readonly key: string;
  readonly status: 200 | 404;
  /** Its own module, where people come to it first. */
  readonly module?: string;
  /** The path at which it can be drawn of its answers alone. */
  readonly path?: string;
  /** What the page asks first. */
  readonly answers: readonly FirstAnswer[];
  /** What its document says of it, where that is needed. */
  readonly head: () => PageHead;
}

/** Finds what the pages of the shop show, as the API tells it to anybody at this moment. */
@Injectable()
export class PageDataLoader {
  private readonly store: FirstAnswer;
  private readonly timeZone: string;
  private readonly queries = new RequestValidation();
  private sectionsRead: { readonly json: string; readonly items: readonly SectionView[] } | undefined;

  constructor(
    config: Config,
    private readonly catalog: CatalogService,
    private readonly clock: Clock,
    private readonly descriptions: PageDescriptions,
  ) {
    this.timeZone = config.store.timeZone;
    this.store = [`${API}/store`, JSON.stringify(storeView(config.store))];
  }

  /** @param address a path with its query, of whatever content */
  async at(address: string): Promise<PageContent> {
    const page = shopPage(address);
    if (page.kind === 'shell')
      return { key: page.kind, status: 200, answers: [], head: () => this.descriptions.shell() };
    const sections: FirstAnswer = [`${API}/sections`, await this.catalog.sections()];
    const shown = await this.shownOn(page, sections[1]);
    return shown === undefined
      ? this.withCommon(sections, notFound(this.descriptions))
      : this.withCommon(sections, shown);
  }

  private withCommon(sections: FirstAnswer, content: PageContent): PageContent {
    return { ...content, answers: [this.store, sections, ...content.answers] };
  }

  private async shownOn(page: ShopPage, sections: string): Promise<PageContent | undefined> {
    switch (page.kind) {
      case 'home':
        return this.home();
      case 'section':
        return this.section(page, this.sectionIn(sections, page.section));
      case 'product':
        return this.product(page.product, sections);
      case 'private':
        return {
          key: page.title,
          status: 200,
          ...(page.title === 'search' ? { module: PAGE_MODULES.search } : {}),
          answers: [],
          head: () => this.descriptions.withoutIndex(page.title),
        };
      default:
        return undefined;
    }
  }

  private async home(): Promise<PageContent> {
    const toWeigh = await this.products({ byWeight: 'true', inStock: 'true', limit: '24' });
    const madeAfter = daysBefore(dayInTimeZone(this.clock.now(), this.timeZone), FRESH_DAYS);
    const fresh = await this.products({ inStock: 'true', limit: '12', madeAfter, sort: 'rate' });
    const newest = await this.products({ inStock: 'true', limit: '12', sort: 'newest' });
    return {
      key: 'home',
      status: 200,
      module: PAGE_MODULES.home,
      path: '/',
      answers: [toWeigh, fresh, newest],
      head: () => this.descriptions.home(),
    };
  }

  private async section(
    { section: address, isFiltered }: ShopPage & { kind: 'section' },
    section: SectionView | undefined,
  ): Promise<PageContent | undefined> {
    if (section === undefined) return undefined;
    return {
      key: `${isFiltered ? 'filtered ' : ''}section ${address}`,
      status: 200,
      module: PAGE_MODULES.section,
      ...(isFiltered
        ? { answers: [] }
        : {
            path: `/sections/${encodeURIComponent(address)}`,
            answers: [await this.products({ limit: '24', section: address })],
          }),
      head: () => this.descriptions.section(section),
    };
  }

  private async product(address: string, sections: string): Promise<PageContent | undefined> {
    const json = await this.catalog.product(address).catch((error: unknown) => {
      if (error instanceof ProductNotFound) return undefined;
      throw error;
    });
    if (json === undefined) return undefined;
    return {
      key: `product ${address}`,
      status: 200,
      module: PAGE_MODULES.product,
      path: `/products/${encodeURIComponent(address)}`,
      answers: [[`${API}/products/${encodeURIComponent(address)}`, json]],
      head: () => {
        const product = JSON.parse(json) as ProductView;
        return this.descriptions.product(product, this.sectionIn(sections, product.sectionId));
      },
    };
  }

  /** @param query as it stands in the address, in the order of its names */
  private async products(query: Readonly<Record<string, string>>): Promise<FirstAnswer> {
    const address = `${API}/products?${new URLSearchParams(query).toString()}`;
    const checked = await this.queries.transform(query, { type: 'query', metatype: ProductQuery });
    return [address, await this.catalog.products(checked as ProductQuery)];
  }

  private sectionIn(json: string, address: string): SectionView | undefined {
    if (this.sectionsRead?.json !== json)
      this.sectionsRead = { json, items: (JSON.parse(json) as SectionList).items };
    return this.sectionsRead.items.find(({ id, slug }) => id === address || slug === address);
  }
}

function notFound(descriptions: PageDescriptions): PageContent {
  return {
    key: 'not-found',
    status: 404,
    answers: [],
    head: () => descriptions.withoutIndex('not-found'),
  };
}
