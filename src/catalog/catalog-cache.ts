import { Injectable } from '@nestjs/common';
import { cacheKey } from '../platform/cache/cache-key.js';
import { SharedCache } from '../platform/cache/shared-cache.js';
import type { Transaction } from '../platform/database/transaction.js';
import { productKey } from '../stock/stock-cache.js';
import type { ProductQuery, SectionView } from './catalog.dto.js';

const SECTIONS = cacheKey('sections');

/** What shoppers are shown of the catalogue, kept: what each question is kept under, and when it is left behind. */
@Injectable()
export class CatalogCache {
  private readonly listKeys = new WeakMap<ProductQuery, string>();

  constructor(private readonly cache: SharedCache) {}

  sections(load: () => Promise<string>): Promise<string> {
    return this.cache.wrap('catalog', SECTIONS, load);
  }

  /** @param address its id or its slug */
  section(address: string, load: () => Promise<SectionView>): Promise<SectionView> {
    return this.cache.wrap('catalog', cacheKey('section', address), load);
  }

  /** A search is loaded each time: hardly one is typed like the other. */
  products(query: ProductQuery, load: () => Promise<string>): Promise<string> {
    return query.q === undefined || query.q.trim() === ''
      ? this.cache.wrap('catalog', this.listKey(query), load)
      : load();
  }

  /** @param address its id or its slug */
  product(address: string, load: () => Promise<string>): Promise<string> {
    return this.cache.wrap('catalog', productKey(address), load);
  }

  /** To be called wherever a product or a section is made, changed or deleted. The reports tell of them too. */
  changed(tx: Transaction): void {
    tx.afterCommit(() => {
      this.cache.invalidate('catalog');
      this.cache.invalidateSoon('reports');
    });
  }

  /** Validation gives the same object for the same query, and so its key is put together once. */
  private listKey(query: ProductQuery): string {
    const key = this.listKeys.get(query) ?? cacheKey('products', query);
    this.listKeys.set(query, key);
    return key;
  }
}
