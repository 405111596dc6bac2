import { Injectable } from '@nestjs/common';
import { cacheKey } from '../platform/cache/cache-key.js';
import { SharedCache } from '../platform/cache/shared-cache.js';
import type { Transaction } from '../platform/database/transaction.js';

/** The two cache keys of a product. */
export interface ProductKeys {
  readonly id: string;
  readonly slug: string;
}

/** Invalidates the cached products whose stock changes. */
@Injectable()
export class StockCache {
  constructor(private readonly cache: SharedCache) {}

  /** Invalidates the reports after the commit. Must be called where only what is promised changes: shoppers do not see it. */
  invalidateReports(tx: Transaction): void {
    tx.afterCommit(() => {
      this.cache.invalidateSoon('reports');
    });
  }

  /**
   * Invalidates products after the commit. Must be called wherever stock changes, including every order. Each product
   * is cached by ID and by slug.
   */
  invalidateProducts(tx: Transaction, products: readonly ProductKeys[]): void {
    tx.afterCommit(() => {
      const keys = products.flatMap(({ id, slug }) => [productKey(id), productKey(slug)]);
      this.cache.invalidateSoon('catalog', keys);
      this.cache.invalidateSoon('reports');
    });
  }
}

/** Returns the cache key of a product page, which is requested by ID or by slug. */
export function productKey(idOrSlug: string): string {
  return cacheKey('product', idOrSlug);
}
