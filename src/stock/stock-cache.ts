import { Injectable } from '@nestjs/common';
import { cacheKey } from '../platform/cache/cache-key.js';
import { SharedCache } from '../platform/cache/shared-cache.js';
import type { Transaction } from '../platform/database/transaction.js';

/** Where a product is found. */
export interface ProductKeys {
  readonly id: string;
  readonly slug: string;
}

/** Invalidates what is cached of the products whose stock changes. */
@Injectable()
export class StockCache {
  constructor(private readonly cache: SharedCache) {}

  /** To be called wherever the stock of products changes, which it does with every order. Each is kept by both its addresses. */
  stockChanged(tx: Transaction, products: readonly ProductKeys[]): void {
    tx.afterCommit(() => {
      const keys = products.flatMap(({ id, slug }) => [productKey(id), productKey(slug)]);
      this.cache.invalidateSoon('catalog', keys);
      this.cache.invalidateSoon('reports');
    });
  }
}

/** What a product's page is kept under, for each of its addresses. */
export function productKey(address: string): string {
  return cacheKey('product', address);
}
