/** A cache entry as Keyv stores it: a value with its expiry, in milliseconds since 1970. */
export interface CacheEntry {
  readonly value: unknown;
  readonly expires?: number | undefined;
}

/**
 * The memory tier of the cache, as a Keyv store of bounded size. Entries are in a younger and an older half. When the
 * younger half is full, it replaces the older one, and entries of the older half that were not read since are evicted.
 * Unlike an exact LRU, this does not reorder entries on every read.
 */
export class MemoryTier {
  private younger = new Map<string, CacheEntry>();
  private older = new Map<string, CacheEntry>();

  constructor(private readonly maxEntries: number) {}

  get(key: string): CacheEntry | undefined {
    const young = this.younger.get(key);
    if (young !== undefined) return young;
    const old = this.older.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  /** Returns an entry that has not expired. Unlike Keyv, it does so without a promise. */
  fresh(key: string): CacheEntry | undefined {
    const entry = this.get(key);
    return entry?.expires !== undefined && entry.expires > Date.now() ? entry : undefined;
  }

  set(key: string, entry: CacheEntry): void {
    this.older.delete(key);
    this.younger.set(key, entry);
    if (this.younger.size < this.maxEntries / 2) return;
    this.older = this.younger;
    this.younger = new Map();
  }

  delete(key: string): boolean {
    const isYoung = this.younger.delete(key);
    return this.older.delete(key) || isYoung;
  }

  clear(): void {
    this.younger.clear();
    this.older.clear();
  }
}
