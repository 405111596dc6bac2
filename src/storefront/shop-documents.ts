import { Injectable } from '@nestjs/common';
import { MemoryLevel } from '../cache/memory-level.js';
import { Config } from '../config/config.js';
import { DocumentTemplate } from './document-template.js';
import { PageContents, type FirstAnswer, type PageContent } from './page-contents.js';
import { ShopDocument } from './shop-document.js';

/** Documents that are kept at most. One of a section, with two dozen products, has 20 kB, and 5 kB compressed. */
const MOST_KEPT = 400;

interface KeptDocument {
  readonly answers: readonly FirstAnswer[];
  readonly document: ShopDocument;
}

/**
 * The documents of the shop's pages. One is given again for as long as the catalogue's cache gives the answers that are in it:
 * so it is never older than these, and made anew only after they have changed.
 */
@Injectable()
export class ShopDocuments {
  private readonly kept = new MemoryLevel(MOST_KEPT);
  private template: DocumentTemplate | undefined;

  constructor(
    private readonly config: Config,
    private readonly contents: PageContents,
  ) {}

  /** The document at an address, of whatever content; undefined where the shop has not been built. */
  async at(address: string): Promise<ShopDocument | undefined> {
    this.template ??= DocumentTemplate.ofBuiltShop(this.config.store.locale);
    if (this.template === undefined) return undefined;
    const content = await this.contents.at(address);
    const kept = this.kept.get(content.key)?.value as KeptDocument | undefined;
    if (kept !== undefined && areSame(kept.answers, content.answers)) return kept.document;
    const document = new ShopDocument(content.status, this.template.filledWith(content));
    this.kept.set(content.key, { value: { answers: content.answers, document } satisfies KeptDocument });
    return document;
  }
}

/** The cache gives the same text again and again, so that the comparison reads no letter of it. */
function areSame(some: PageContent['answers'], others: PageContent['answers']): boolean {
  return some.length === others.length && some.every(([, json], i) => json === others[i]?.[1]);
}
