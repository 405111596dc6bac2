import { Injectable } from '@nestjs/common';
import { MemoryTier } from '../platform/cache/memory-tier.js';
import { Config } from '../platform/config/config.js';
import type { Language } from '../platform/config/languages.js';
import { DocumentTemplate } from './html/document-template.js';
import { PageDataLoader, type ApiResponse, type PageData } from './page-data.js';
import { ShopDocument } from './shop-document.js';
import { shopLanguage } from './shop-language.js';
import { SsrRenderer } from './ssr-renderer.js';

/** Maximum number of cached pages. A section page with two dozen products has 20 kB, or 5 kB compressed. */
const MAX_DOCUMENTS = 400;

interface CachedDocument {
  readonly responses: readonly ApiResponse[];
  /** Concurrent requests wait for the same rendering. */
  readonly document: Promise<ShopDocument>;
}

/**
 * Serves the HTML pages of the shop from a cache. A page is reused while the catalog cache returns the responses in it. So it
 * is never older than these, and is rendered again only after a change.
 */
@Injectable()
export class ShopDocuments {
  private readonly cache = new MemoryTier(MAX_DOCUMENTS);
  private template: DocumentTemplate | undefined;

  constructor(
    private readonly config: Config,
    private readonly pageData: PageDataLoader,
    private readonly renderer: SsrRenderer,
  ) {}

  /**
   * Returns the HTML page at a URL of any content; undefined if the shop has not been built.
   *
   * @param languages `Accept-Language`
   */
  async at(url: string, languages: string | undefined): Promise<ShopDocument | undefined> {
    const { locale } = this.config.store;
    this.template ??= DocumentTemplate.ofBuiltShop(locale);
    if (this.template === undefined) return undefined;
    const data = await this.pageData.at(url);
    const language = shopLanguage(languages, locale);
    const key = `${language} ${data.key}`;
    const cached = this.cache.get(key)?.value as CachedDocument | undefined;
    if (cached !== undefined && areSame(cached.responses, data.responses)) return cached.document;
    const document = this.render(this.template, data, language);
    this.cache.set(key, { value: { responses: data.responses, document } satisfies CachedDocument });
    return document;
  }

  private async render(
    template: DocumentTemplate,
    data: PageData,
    language: Language,
  ): Promise<ShopDocument> {
    const { path, responses, status } = data;
    const markup = path === undefined ? undefined : await this.renderer.renderPage(path, language, responses);
    return new ShopDocument(status, template.filledWith(data, { language, markup }));
  }
}

/** The cache returns the same strings, so the comparison does not read their characters. */
function areSame(a: PageData['responses'], b: PageData['responses']): boolean {
  return a.length === b.length && a.every(([, json], i) => json === b[i]?.[1]);
}
