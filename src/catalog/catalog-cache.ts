import { Injectable } from '@nestjs/common';
import { cacheKey } from '../platform/cache/cache-key.js';
import { SharedCache } from '../platform/cache/shared-cache.js';
import type { Transaction } from '../platform/database/transaction.js';
import { productKey } from '../stock/stock-cache.js';
import type { ProductQuery, SectionView } from './catalog.dto.js';

const SECTIONS = cacheKey('sections');

/** Caches the public catalog: builds the cache keys and invalidates them on changes. */
@Injectable()
export class CatalogCache {
  constructor(private readonly cache: SharedCache) {}

  sections(load: () => Promise<string>): Promise<string> {
    return this.cache.wrap('catalog', SECTIONS, load);
  }

  section(idOrSlug: string, load: () => Promise<SectionView>): Promise<SectionView> {
    return this.cache.wrap('catalog', cacheKey('section', idOrSlug), load);
  }

  /** Caches lists but no searches, since the same search rarely occurs twice. */
  products(query: ProductQuery, load: () => Promise<string>): Promise<string> {
    return query.q === undefined || query.q.trim() === ''
      ? this.cache.wrap('catalog', cacheKey('products', query.toKey()), load)
      : load();
  }

  product(idOrSlug: string, load: () => Promise<string>): Promise<string> {
    return this.cache.wrap('catalog', productKey(idOrSlug), load);
  }

  details(idOrSlug: string, load: () => Promise<string>): Promise<string> {
    return this.cache.wrap('catalog', cacheKey('product-details', idOrSlug), load);
  }

  /**
   * Invalidates the catalog and the reports, which include it. Must be called wherever a product or section is created,
   * changed or deleted.
   */
  invalidate(tx: Transaction): void {
    tx.afterCommit(() => {
      this.cache.invalidate('catalog');
      // It knows which synonyms products have.
      this.cache.invalidate('thesaurus');
      this.cache.invalidateSoon('reports');
    });
  }
}
