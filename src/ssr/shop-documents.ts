import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { dayInTimeZone } from '../platform/calendar/store-day.js';
import { Clock } from '../platform/common/clock.js';
import { Config } from '../platform/config/config.js';
import { DocumentTemplate } from './html/document-template.js';
import { ShopDocument } from './shop-document.js';
import { loadShopEntry, type MovedPage, type ShopEntry } from './shop-entry.js';
import { shopLanguage } from './shop-language.js';
import { SsrRenderer, type Answer, type PageRequest } from './ssr-renderer.js';

/** Maximum number of cached pages. A section page with two dozen products has 20 kB, or 5 kB compressed. */
const MAX_DOCUMENTS = 400;

/** A URL without a page. All missing pages share its HTML page. */
const UNKNOWN_URL = '/404';

interface CachedDocument {
  /** Responses that the page shows. */
  readonly answers: readonly Answer[];
  readonly document: ShopDocument;
}

/** Undefined if the section or product of the page does not exist. Only documents are cached. */
type CachedPage = Promise<CachedDocument | MovedPage | undefined>;

/** A page that a client requests. */
interface DocumentRequest extends Omit<PageRequest, 'language'> {
  /** `Accept-Language`. */
  readonly languages: string | undefined;
}

/** The built shop. */
interface Shop {
  readonly entry: ShopEntry;
  readonly template: DocumentTemplate;
}

/**
 * Serves the HTML pages of the shop from a cache. A page is reused while the API returns the responses in it. So it is never
 * older than these, and is rendered again only after a change.
 */
@Injectable()
export class ShopDocuments {
  /** Concurrent requests wait for the same rendering. */
  private readonly cache = new LRUCache<string, CachedPage>({ max: MAX_DOCUMENTS });
  private shop: Shop | undefined;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly renderer: SsrRenderer,
  ) {}

  /** Returns the HTML page at a URL of any content, or its new address; undefined if the shop has not been built. */
  async at({ url, languages, address }: DocumentRequest): Promise<ShopDocument | MovedPage | undefined> {
    const { locale } = this.config.store;
    this.shop ??= await loadShop(locale);
    if (this.shop === undefined) return undefined;
    return this.documentAt(this.shop, { url, address, language: shopLanguage(languages, locale) });
  }

  private async documentAt(shop: Shop, request: PageRequest): Promise<ShopDocument | MovedPage> {
    const { url, language } = request;
    // Pages show which products are fresh today.
    const today = dayInTimeZone(this.clock.now(), this.config.store.timeZone);
    const key = `${today} ${language} ${shop.entry.match(url).cacheKey}`;
    const cached = await this.current(key, request.address, () => this.render(shop, request));
    if (cached !== undefined) return isDocument(cached) ? cached.document : cached;
    if (url === UNKNOWN_URL) throw new Error('The shop has no page for unknown URLs.');
    return this.documentAt(shop, { ...request, url: UNKNOWN_URL });
  }

  /** Returns the cached page if it is current, or renders it. */
  private async current(key: string, address: string, render: () => CachedPage): CachedPage {
    const pending = this.cache.get(key);
    const cached = await pending;
    if (isDocument(cached) && (await this.renderer.areCurrent(cached.answers, address))) return cached;
    const latest = this.cache.get(key);
    // Another request may have begun to render the page in the meantime.
    if (latest !== undefined && latest !== pending) return latest;
    const rendering = render();
    this.cache.set(key, rendering);
    const document = await rendering.catch((error: unknown) => {
      this.forget(key, rendering);
      throw error;
    });
    // There are any number of missing pages.
    if (!isDocument(document)) this.forget(key, rendering);
    return document;
  }

  /** Removes a rendering, unless a newer one has replaced it. */
  private forget(key: string, rendering: CachedPage): void {
    if (this.cache.get(key) === rendering) this.cache.delete(key);
  }

  private async render({ entry, template }: Shop, request: PageRequest): CachedPage {
    const rendering = await this.renderer.render(entry, request);
    if (rendering === undefined || 'movedTo' in rendering) return rendering;
    const { page, answers } = rendering;
    return { answers, document: new ShopDocument(page.status, template.filledWith(page, request.language)) };
  }
}

function isDocument(page: CachedDocument | MovedPage | undefined): page is CachedDocument {
  return page !== undefined && 'document' in page;
}

async function loadShop(locale: string): Promise<Shop | undefined> {
  const entry = await loadShopEntry();
  const template = DocumentTemplate.ofBuiltShop(locale);
  return entry === undefined || template === undefined ? undefined : { entry, template };
}
