import { Injectable } from '@nestjs/common';
import { MemoryTier } from '../platform/cache/memory-tier.js';
import { Config } from '../platform/config/config.js';
import { DocumentTemplate } from './html/document-template.js';
import { PageDataLoader, type FirstAnswer, type PageContent } from './page-data.js';
import { ShopDocument } from './shop-document.js';
import { shopLanguage, type ShopLanguage } from './shop-language.js';
import { SsrRenderer } from './ssr-renderer.js';

/** Documents that are kept at most. One of a section, with two dozen products, has 20 kB, and 5 kB compressed. */
const MAX_DOCUMENTS = 400;

interface KeptDocument {
  readonly answers: readonly FirstAnswer[];
  /** Those who ask while it is made wait for the same. */
  readonly document: Promise<ShopDocument>;
}

/**
 * The documents of the shop's pages. One is given again for as long as the catalogue's cache gives the answers that are in it:
 * so it is never older than these, and made anew only after they have changed.
 */
@Injectable()
export class ShopDocuments {
  private readonly kept = new MemoryTier(MAX_DOCUMENTS);
  private template: DocumentTemplate | undefined;

  constructor(
    private readonly config: Config,
    private readonly contents: PageDataLoader,
    private readonly drawing: SsrRenderer,
  ) {}

  /**
   * The document at an address, of whatever content; undefined where the shop has not been built.
   *
   * @param languages `Accept-Language`
   */
  async at(address: string, languages: string | undefined): Promise<ShopDocument | undefined> {
    const { locale } = this.config.store;
    this.template ??= DocumentTemplate.ofBuiltShop(locale);
    if (this.template === undefined) return undefined;
    const content = await this.contents.at(address);
    const language = shopLanguage(languages, locale);
    const key = `${language} ${content.key}`;
    const kept = this.kept.get(key)?.value as KeptDocument | undefined;
    if (kept !== undefined && areSame(kept.answers, content.answers)) return kept.document;
    const document = this.made(this.template, content, language);
    this.kept.set(key, { value: { answers: content.answers, document } satisfies KeptDocument });
    return document;
  }

  private async made(
    template: DocumentTemplate,
    content: PageContent,
    language: ShopLanguage,
  ): Promise<ShopDocument> {
    const { path, answers, status } = content;
    const markup = path === undefined ? undefined : await this.drawing.of(path, language, answers);
    return new ShopDocument(status, template.filledWith(content, { language, markup }));
  }
}

/** The cache gives the same text again and again, so that the comparison reads no letter of it. */
function areSame(some: PageContent['answers'], others: PageContent['answers']): boolean {
  return some.length === others.length && some.every(([, json], i) => json === others[i]?.[1]);
}
