import { LRUCache } from 'lru-cache';

/** A cache entry as Keyv stores it: a value with its expiry, in milliseconds since 1970. */
export interface CacheEntry {
  readonly value: unknown;
  readonly expires?: number | undefined;
}

/** The memory tier of the cache, as a Keyv store of bounded size. Entries without an expiry are not stored. */
export class MemoryTier {
  private readonly entries: LRUCache<string, CacheEntry>;

  constructor(maxEntries: number) {
    this.entries = new LRUCache({ max: maxEntries });
  }

  /** Returns an entry that has not expired. Unlike Keyv, it does so without a promise. */
  get(key: string): CacheEntry | undefined {
    return this.entries.get(key);
  }

  set(key: string, entry: CacheEntry): void {
    const ttl = (entry.expires ?? 0) - Date.now();
    if (ttl > 0) this.entries.set(key, entry, { ttl });
    else this.entries.delete(key);
  }

  delete(key: string): boolean {
    return this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}
