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
import { ProductNotFound } from '../stock/stock.errors.js';
import { storeView } from '../store-info/store-view.js';
import { PAGE_MODULES } from './html/page-assets.js';
import { PageDescriptions } from './seo/page-descriptions.js';
import type { PageHead } from './seo/page-head.js';
import { shopPage, type ShopPage } from './shop-page.js';

const API = '/api/v1';

/** Number of days after manufacture that a product counts as fresh. */
const FRESH_DAYS = 7;

/** A response of the API, by its URL. */
export type ApiResponse = readonly [url: string, json: string];

/** Data of a page. */
export interface PageData {
  /** Cache key. Pages with the same key and the same responses have the same HTML. */
  readonly key: string;
  readonly status: 200 | 404;
  /** Module of the page, if it is a usual landing page. */
  readonly module?: string;
  /** Path at which it can be rendered from its responses alone. */
  readonly path?: string;
  /** Responses that the page requests first. */
  readonly responses: readonly ApiResponse[];
  /** Returns the metadata of the HTML page. */
  readonly head: () => PageHead;
}

/** Loads the data of the shop's pages, as the API currently returns it to anonymous clients. */
@Injectable()
export class PageDataLoader {
  private readonly store: ApiResponse;
  private readonly timeZone: string;
  private parsedSections: { readonly json: string; readonly items: readonly SectionView[] } | undefined;

  constructor(
    config: Config,
    private readonly catalog: CatalogService,
    private readonly clock: Clock,
    private readonly descriptions: PageDescriptions,
  ) {
    this.timeZone = config.store.timeZone;
    this.store = [`${API}/store`, JSON.stringify(storeView(config.store))];
  }

  /** @param url path with query, of any content */
  async at(url: string): Promise<PageData> {
    const page = shopPage(url);
    if (page.kind === 'shell')
      return { key: page.kind, status: 200, responses: [], head: () => this.descriptions.shell() };
    const sections: ApiResponse = [`${API}/sections`, await this.catalog.sections()];
    const data = await this.dataOf(page, sections[1]);
    return data === undefined
      ? this.withCommon(sections, notFound(this.descriptions))
      : this.withCommon(sections, data);
  }

  private withCommon(sections: ApiResponse, data: PageData): PageData {
    return { ...data, responses: [this.store, sections, ...data.responses] };
  }

  private async dataOf(page: ShopPage, sections: string): Promise<PageData | undefined> {
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
          responses: [],
          head: () => this.descriptions.withoutIndex(page.title),
        };
      default:
        return undefined;
    }
  }

  private async home(): Promise<PageData> {
    const weighable = await this.products({ byWeight: true, inStock: true, limit: 24 });
    const madeAfter = daysBefore(dayInTimeZone(this.clock.now(), this.timeZone), FRESH_DAYS);
    const fresh = await this.products({ inStock: true, limit: 12, madeAfter, sort: 'rate' });
    const newest = await this.products({ inStock: true, limit: 12, sort: 'newest' });
    return {
      key: 'home',
      status: 200,
      module: PAGE_MODULES.home,
      path: '/',
      responses: [weighable, fresh, newest],
      head: () => this.descriptions.home(),
    };
  }

  private async section(
    { section: slugOrId, isFiltered }: ShopPage & { kind: 'section' },
    section: SectionView | undefined,
  ): Promise<PageData | undefined> {
    if (section === undefined) return undefined;
    return {
      key: `${isFiltered ? 'filtered ' : ''}section ${slugOrId}`,
      status: 200,
      module: PAGE_MODULES.section,
      ...(isFiltered
        ? { responses: [] }
        : {
            path: `/sections/${encodeURIComponent(slugOrId)}`,
            responses: [await this.products({ limit: 24, section: slugOrId })],
          }),
      head: () => this.descriptions.section(section),
    };
  }

  private async product(slugOrId: string, sections: string): Promise<PageData | undefined> {
    const json = await this.catalog.product(slugOrId).catch((error: unknown) => {
      if (error instanceof ProductNotFound) return undefined;
      throw error;
    });
    if (json === undefined) return undefined;
    return {
      key: `product ${slugOrId}`,
      status: 200,
      module: PAGE_MODULES.product,
      path: `/products/${encodeURIComponent(slugOrId)}`,
      responses: [[`${API}/products/${encodeURIComponent(slugOrId)}`, json]],
      head: () => {
        const product = JSON.parse(json) as ProductView;
        return this.descriptions.product(product, this.sectionIn(sections, product.sectionId));
      },
    };
  }

  /** @param query valid and in the order of the URL, which is by name */
  private async products(query: Partial<Omit<ProductQuery, 'toKey'>>): Promise<ApiResponse> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) parameters.append(name, String(value));
    const url = `${API}/products?${parameters.toString()}`;
    return [url, await this.catalog.products(Object.assign(new ProductQuery(), query))];
  }

  private sectionIn(json: string, slugOrId: string): SectionView | undefined {
    if (this.parsedSections?.json !== json)
      this.parsedSections = { json, items: (JSON.parse(json) as SectionList).items };
    return this.parsedSections.items.find(({ id, slug }) => id === slugOrId || slug === slugOrId);
  }
}

function notFound(descriptions: PageDescriptions): PageData {
  return {
    key: 'not-found',
    status: 404,
    responses: [],
    head: () => descriptions.withoutIndex('not-found'),
  };
}
